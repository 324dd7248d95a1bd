/** Ways to write a color down. */
export type ColorModel = "hex" | "rgb" | "hsl";

export const MODELS: readonly ColorModel[] = ["hex", "rgb", "hsl"];

/** Names and upper ends of the numbers of a model. */
export const PARTS: Record<Exclude<ColorModel, "hex">, readonly { name: string; most: number }[]> = {
  rgb: [
    { name: "R", most: 255 },
    { name: "G", most: 255 },
    { name: "B", most: 255 },
  ],
  hsl: [
    { name: "H", most: 360 },
    { name: "S", most: 100 },
    { name: "L", most: 100 },
  ],
};

/**
 * Reads a color of hexadecimal digits, with or without `#`.
 *
 * @returns `#rrggbb` in lower case; undefined for what is none.
 * @example readHex("0FA") // "#00ffaa"
 */
export function readHex(text: string): string | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits}`;
}

/** The numbers of a color, `#rrggbb`, in a model: red, green, blue to 255; hue to 360, saturation and lightness to 100. */
export function partsOf(hex: string, model: "rgb" | "hsl"): [number, number, number] {
  const rgb = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
  return model === "rgb" ? rgb : (toHsl(rgb).map(Math.round) as [number, number, number]);
}

/** The color of such numbers, as `#rrggbb`. */
export function hexOf(parts: readonly number[], model: "rgb" | "hsl"): string {
  const rgb = model === "rgb" ? parts : fromHsl(parts as [number, number, number]);
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function toHsl(rgb: readonly number[]): [number, number, number] {
  const [r, g, b] = rgb.map((part) => part / 255) as [number, number, number];
  const max = Math.max(r, g, b);
  const span = max - Math.min(r, g, b);
  const lightness = max - span / 2;
  const saturation = span === 0 ? 0 : span / (1 - Math.abs(2 * lightness - 1));
  const sixth = span === 0 ? 0 : max === r ? ((g - b) / span + 6) % 6 : max === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return [sixth * 60, saturation * 100, lightness * 100];
}

function fromHsl([hue, saturation, lightness]: readonly [number, number, number]): number[] {
  const l = lightness / 100;
  const reach = (saturation / 100) * Math.min(l, 1 - l);
  return [0, 8, 4].map((offset) => {
    const at = (offset + hue / 30) % 12;
    return 255 * (l - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  });
}
