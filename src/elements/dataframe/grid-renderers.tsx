import { type CustomCell, type CustomRenderer, GridCellKind } from "@glideapps/glide-data-grid";

export type BarCell = CustomCell<{ kind: "bar"; part: number; text: string }>;
export type SparkCell = CustomCell<{ kind: "spark"; look: "lineChart" | "barChart" | "areaChart"; values: number[]; min: number; max: number }>;

const isKind = (cell: CustomCell, kind: string) => (cell.data as { kind?: string }).kind === kind;

const bar: CustomRenderer<BarCell> = {
  kind: GridCellKind.Custom,
  isMatch: (cell): cell is BarCell => isKind(cell, "bar"),
  draw({ ctx, rect, theme }, { data }) {
    const { x, y, width, height } = rect;
    const pad = theme.cellHorizontalPadding;
    const textWidth = Math.min(56, width / 3);
    const track = Math.max(0, width - pad * 2 - textWidth);
    const middle = y + height / 2;
    const fill = (length: number, color: string) => {
      ctx.fillStyle = color;
      ctx.beginPath();
      ctx.roundRect(x + pad, middle - 4, length, 8, 4);
      ctx.fill();
    };
    ctx.save();
    fill(track, theme.bgHeaderHovered);
    if (data.part > 0) fill(Math.max(8, track * data.part), theme.accentColor);
    ctx.fillStyle = theme.textDark;
    ctx.textAlign = "right";
    ctx.textBaseline = "middle";
    ctx.fillText(data.text, x + width - pad, middle);
    ctx.restore();
    return true;
  },
};

const spark: CustomRenderer<SparkCell> = {
  kind: GridCellKind.Custom,
  isMatch: (cell): cell is SparkCell => isKind(cell, "spark"),
  draw({ ctx, rect, theme }, { data }) {
    const { values, min, max, look } = data;
    if (values.length === 0) return true;
    const pad = theme.cellHorizontalPadding;
    const [left, top] = [rect.x + pad, rect.y + 5];
    const [width, height] = [rect.width - pad * 2, rect.height - 10];
    const place = (value: number) => top + height - ((Math.min(max, Math.max(min, value)) - min) / (max - min || 1)) * height;
    ctx.save();
    ctx.fillStyle = ctx.strokeStyle = theme.accentColor;
    if (look === "barChart") {
      const step = width / values.length;
      const zero = place(Math.max(min, Math.min(0, max)));
      for (const [at, value] of values.entries()) {
        const end = place(value);
        ctx.fillRect(left + at * step, Math.min(zero, end), Math.max(1, step - 2), Math.max(1, Math.abs(zero - end)));
      }
    } else {
      const step = values.length > 1 ? width / (values.length - 1) : 0;
      ctx.beginPath();
      for (const [at, value] of values.entries()) ctx.lineTo(left + at * step, place(value));
      ctx.lineWidth = 1.5;
      ctx.stroke();
      if (look === "areaChart") {
        ctx.lineTo(left + width, top + height);
        ctx.lineTo(left, top + height);
        ctx.globalAlpha = 0.25;
        ctx.fill();
      }
    }
    ctx.restore();
    return true;
  },
};

// biome-ignore lint/suspicious/noExplicitAny: one list holds renderers of different cells
export const gridRenderers: readonly CustomRenderer<any>[] = [bar, spark];
