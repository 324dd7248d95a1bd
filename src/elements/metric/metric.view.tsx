import type { ReactNode } from "react";
import { Box } from "../../ui/box.tsx";
import { formatNumber } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { classes } from "../../ui/key-class.ts";
import { HelpIcon } from "../../ui/label.tsx";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Metric } from "./metric.ts";
import { Spark } from "./spark.tsx";
import styles from "./metric.module.css";

type Props = ViewProps<typeof Metric>;

function shown(value: string | number, format: string | undefined): string {
  return typeof value === "number" ? formatNumber(value, format) : value;
}

function MetricView({ node, props }: Props): ReactNode {
  const { label, labelVisibility = "visible", help, icon, value, delta, format, border, chart, color } = props;
  return (
    <Box node={node} className={classes(styles.metric, border && styles.border)}>
      <div
        className={classes(styles.label, labelVisibility === "hidden" && styles.hidden, labelVisibility === "collapsed" && "rv-hidden")}
        data-testid="stMetricLabel"
      >
        {icon && <Icon icon={icon} />}
        <span className={styles.words}>
          <InlineMarkdown source={label} />
        </span>
        {help && labelVisibility === "visible" && <HelpIcon help={help} about={label} />}
      </div>
      <div className={styles.value} data-testid="stMetricValue">
        {typeof value === "string" ? <InlineMarkdown source={value} /> : shown(value, format)}
      </div>
      {delta !== undefined && <Delta props={props} />}
      {chart && <Spark type={chart.type} values={chart.values} color={color} />}
    </Box>
  );
}

const ARROWS = { up: "M12 19V6M6 11.5l6-6 6 6", down: "M12 5v13M6 12.5l6 6 6-6" };

function Delta({ props }: { props: Props["props"] }): ReactNode {
  const { delta = "", direction, color = "gray", deltaDescription, format } = props;
  return (
    <div className={styles.delta} data-testid="stMetricDelta">
      <span className={styles.change} data-color={color}>
        {direction && (
          <svg className={styles.arrow} viewBox="0 0 24 24" aria-hidden="true" data-testid={`stMetricDeltaIcon-${direction === "up" ? "Up" : "Down"}`}>
            <path d={ARROWS[direction]} />
          </svg>
        )}
        <span>{typeof delta === "string" ? <InlineMarkdown source={delta.trim()} /> : shown(delta, format)}</span>
      </span>
      {deltaDescription && <span className={styles.description}>{deltaDescription}</span>}
    </div>
  );
}

export const metricView = view<typeof Metric>("metric", MetricView);
