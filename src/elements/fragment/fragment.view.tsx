import type { ReactNode } from "react";
import type { Fragment } from "../../engine/fragments/fragments.ts";
import { classes } from "../../ui/key-class.ts";
import { type ViewProps, view } from "../../ui/view.ts";

/** A fragment shows only what is in it. */
function FragmentView({ node, children }: ViewProps<typeof Fragment>): ReactNode {
  const { attributes } = node;
  return (
    <div {...attributes} className={classes(attributes.className, "rv-block")}>
      {children}
    </div>
  );
}

export const fragmentView = view<typeof Fragment>("fragment", FragmentView);
