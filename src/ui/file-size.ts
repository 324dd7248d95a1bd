const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** Size of a file for people: `3 B`, `1.5 KB`, `200 MB`. */
export function fileSize(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const number = bytes / 1024 ** step;
  return `${step === 0 || number >= 100 || Number.isInteger(number) ? Math.round(number) : number.toFixed(1)} ${UNITS[step]}`;
}
