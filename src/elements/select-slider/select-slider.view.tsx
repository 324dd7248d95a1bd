import type { ReactNode } from "react";
import { Box } from "../../ui/box.tsx";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { Range } from "../../ui/range.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import type { SelectSlider } from "./select-slider.ts";

/** Milliseconds after the last move until the script hears of it. */
const PAUSE = 200;

function SelectSliderView({ node, props, value, setValue, disabled }: ViewProps<typeof SelectSlider>): ReactNode {
  const { options, range, label } = props;
  const ids = useLabelled();
  const last = options.length - 1;
  return (
    <Box node={node}>
      <Label of={props} id={ids.label} disabled={disabled} />
      <Range
        min={0}
        max={last}
        step={1}
        values={value ?? (range ? [0, last] : [0])}
        show={(at) => options[at] ?? ""}
        disabled={disabled}
        labelledBy={ids.label}
        {...(range ? { names: [t("from", { label }), t("to", { label })] } : {})}
        onChange={(next) => setValue(next, { debounce: PAUSE })}
      />
    </Box>
  );
}

export const selectSliderView = view<typeof SelectSlider>("selectSlider", SelectSliderView, { testid: "stSlider" });
