/** Red, green, blue from 0 to 255 and opacity from 0 to 1. */
export interface Rgb {
  r: number;
  g: number;
  b: number;
  a: number;
}

/** Reads `#rgb`, `#rrggbb`, `#rrggbbaa` and `rgb(…)`/`rgba(…)`; anything else is asked of the browser, else null. */
export function parseColor(text: string): Rgb | null {
  const hex = /^#([\da-f]{3,8})$/i.exec(text.trim())?.[1];
  if (hex) return parseHex(hex);
  const parts = /^rgba?\(([^)]+)\)$/i
    .exec(text.trim())?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean);
  if (parts && parts.length >= 3) {
    const [r, g, b] = parts.map(Number) as [number, number, number];
    const alpha = parts[3];
    const a = alpha === undefined ? 1 : alpha.endsWith("%") ? Number.parseFloat(alpha) / 100 : Number(alpha);
    return [r, g, b, a].some(Number.isNaN) ? null : { r, g, b, a };
  }
  return byBrowser(text);
}

function parseHex(hex: string): Rgb | null {
  const full = hex.length < 6 ? [...hex].map((digit) => digit + digit).join("") : hex;
  if (full.length !== 6 && full.length !== 8) return null;
  const at = (start: number) => Number.parseInt(full.slice(start, start + 2), 16);
  return { r: at(0), g: at(2), b: at(4), a: full.length === 8 ? at(6) / 255 : 1 };
}

function byBrowser(text: string): Rgb | null {
  if (typeof document === "undefined" || !text || !CSS.supports("color", text)) return null;
  const canvas = document.createElement("canvas").getContext("2d");
  if (!canvas) return null;
  canvas.fillStyle = text;
  const read = canvas.fillStyle;
  return read.startsWith("#") || read.startsWith("rgb") ? parseColor(read) : null;
}

export function formatColor({ r, g, b, a }: Rgb): string {
  const [red, green, blue] = [r, g, b].map((part) => Math.round(Math.min(255, Math.max(0, part))));
  if (a < 1) return `rgba(${red}, ${green}, ${blue}, ${Number(a.toFixed(3))})`;
  return `#${[red, green, blue].map((part) => (part as number).toString(16).padStart(2, "0")).join("")}`;
}

/** `amount` 0 gives `from`, 1 gives `to`. */
export function mix(from: Rgb, to: Rgb, amount: number): Rgb {
  const between = (a: number, b: number) => a + (b - a) * amount;
  return { r: between(from.r, to.r), g: between(from.g, to.g), b: between(from.b, to.b), a: between(from.a, to.a) };
}

export function fade(color: Rgb, opacity: number): Rgb {
  return { ...color, a: color.a * opacity };
}

/** What is seen when `color` lies on an opaque `ground`. */
export function over(color: Rgb, ground: Rgb): Rgb {
  return { ...mix(ground, { ...color, a: 1 }, color.a), a: 1 };
}

/** Relative luminance of WCAG, 0 (black) to 1 (white). */
export function luminance({ r, g, b }: Rgb): number {
  const [red, green, blue] = [r, g, b].map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of WCAG, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export const BLACK: Rgb = { r: 0, g: 0, b: 0, a: 1 };
export const WHITE: Rgb = { r: 255, g: 255, b: 255, a: 1 };

/** The colour nearest to `color` that can be read on every one of `grounds` (default ratio 4.5, WCAG AA for text). */
export function readable(color: Rgb, grounds: Rgb[], ratio = 4.5): Rgb {
  const worst = (candidate: Rgb) => Math.min(...grounds.map((ground) => contrast(over(candidate, ground), ground)));
  if (worst(color) >= ratio) return color;
  const average = grounds.reduce((sum, ground) => sum + luminance(ground), 0) / grounds.length;
  const towards = average > 0.18 ? BLACK : WHITE;
  for (let amount = 0.02; amount < 1; amount += 0.02) {
    const candidate = mix(color, { ...towards, a: color.a }, amount);
    if (worst(candidate) >= ratio) return candidate;
  }
  return towards;
}
