/** Decimal places that show a step exactly. */
export function decimalsOf(step: number): number {
  if (!Number.isFinite(step)) return 0;
  const text = String(step);
  const [digits = "", exponent] = text.toLowerCase().split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent ?? 0));
}

const PRESETS: Record<string, (value: number, locale: string | undefined) => string> = {
  plain: (value) => String(value),
  localized: (value, locale) => value.toLocaleString(locale),
  percent: (value, locale) => value.toLocaleString(locale, { style: "percent", maximumFractionDigits: 2 }),
  dollar: (value) => value.toLocaleString("en-US", { style: "currency", currency: "USD" }),
  euro: (value, locale) => value.toLocaleString(locale, { style: "currency", currency: "EUR" }),
  yen: (value, locale) => value.toLocaleString(locale, { style: "currency", currency: "JPY" }),
  compact: (value, locale) => value.toLocaleString(locale, { notation: "compact" }),
  scientific: (value, locale) => value.toLocaleString(locale, { notation: "scientific", maximumFractionDigits: 3 }),
  engineering: (value, locale) => value.toLocaleString(locale, { notation: "engineering", maximumFractionDigits: 3 }),
  bytes: (value, locale) => bytes(value, locale),
  accounting: (value) => value.toLocaleString("en-US", { style: "currency", currency: "USD", currencySign: "accounting" }).replace("$", ""),
};

function bytes(value: number, locale: string | undefined): string {
  const units = ["B", "KB", "MB", "GB", "TB", "PB"];
  const power = Math.min(units.length - 1, value === 0 ? 0 : Math.floor(Math.log(Math.abs(value)) / Math.log(1000)));
  return `${(value / 1000 ** power).toLocaleString(locale, { maximumFractionDigits: 1 })} ${units[power]}`;
}

/**
 * A number as scripts ask for it: a printf pattern (`"%.2f"`, `"$%d"`, `"%,d"`) or a name (`"percent"`, `"compact"` …).
 * @param format without one the number is plain, with `decimals` places when given
 * @example formatNumber(0.5, "%.1f%%") // "0.5%"
 */
export function formatNumber(value: number, format?: string | undefined, options: { decimals?: number; locale?: string } = {}): string {
  if (!format) return options.decimals === undefined ? String(value) : value.toFixed(options.decimals);
  const preset = PRESETS[format];
  return preset ? preset(value, options.locale) : printf(format, value);
}

const DIRECTIVE = /%%|%([-+0 ,]*)(\d+)?(?:\.(\d+))?([dDifFeEgGsxXobcu])/g;

function printf(format: string, value: number): string {
  return format.replace(DIRECTIVE, (whole, flags = "", width?: string, precision?: string, letter?: string) => {
    if (whole === "%%") return "%";
    const places = precision === undefined ? undefined : Number(precision);
    let text = letterForm(Math.abs(value), letter as string, places);
    if (flags.includes(",")) text = text.replace(/^\d+/, (whole_) => whole_.replace(/\B(?=(\d{3})+$)/g, ","));
    const sign = value < 0 ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
    const room = Number(width ?? 0);
    if (flags.includes("-")) return (sign + text).padEnd(room);
    return flags.includes("0") ? sign + text.padStart(room - sign.length, "0") : (sign + text).padStart(room);
  });
}

function letterForm(value: number, letter: string, places: number | undefined): string {
  switch (letter) {
    case "d":
    case "i":
    case "u":
    case "D":
      return Math.round(value).toFixed(0);
    case "e":
    case "E": {
      const text = value.toExponential(places ?? 6).replace(/e([+-])(\d)$/, "e$10$2");
      return letter === "E" ? text.toUpperCase() : text;
    }
    case "g":
    case "G":
      return String(Number(value.toPrecision(Math.max(1, places ?? 6))));
    case "x":
      return Math.round(value).toString(16);
    case "X":
      return Math.round(value).toString(16).toUpperCase();
    case "o":
      return Math.round(value).toString(8);
    case "b":
      return Math.round(value).toString(2);
    case "c":
      return String.fromCodePoint(Math.round(value));
    case "s":
      return String(value);
    default:
      return value.toFixed(places ?? 6);
  }
}
