import { type ReactNode, useMemo } from "react";
import { Box } from "../../ui/box.tsx";
import { decimalsOf, formatNumber } from "../../ui/format.ts";
import { formatTime } from "../../ui/format-date.ts";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { Range } from "../../ui/range.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Slider, SliderProps } from "./slider.ts";

const PATTERNS = { date: "YYYY-MM-DD", time: "HH:mm", datetime: "YYYY-MM-DD HH:mm" };

/** Milliseconds after the last move until the script hears of it. */
const PAUSE = 200;

function formatter({ type, format, step, min }: SliderProps): (value: number) => string {
  if (type !== "number") return (value) => formatTime(value, format ?? PATTERNS[type]);
  const decimals = Math.min(10, Math.max(decimalsOf(step), decimalsOf(min)));
  return (value) => formatNumber(value, format, { decimals });
}

function SliderView({ node, props, value, setValue, disabled }: ViewProps<typeof Slider>): ReactNode {
  const { min, max, step, range, label } = props;
  const ids = useLabelled();
  const show = useMemo(() => formatter(props), [props]);
  const values = value ?? (range ? [min, max] : [min]);
  return (
    <Box node={node}>
      <Label of={props} id={ids.label} disabled={disabled} />
      <Range
        min={min}
        max={max}
        step={step}
        values={values}
        show={show}
        disabled={disabled}
        labelledBy={ids.label}
        {...(range ? { names: [t("from", { label }), t("to", { label })] } : {})}
        onChange={(next) => setValue(next, { debounce: PAUSE })}
      />
    </Box>
  );
}

export const sliderView = view<typeof Slider>("slider", SliderView);
