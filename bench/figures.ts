/** The value below which a share of the samples lies, by the nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error("There are no samples: raise --count.");
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** One line of a report: name, p50, p95 and the number of samples. */
export function latencyLine(name: string, ms: readonly number[]): string {
  return `${name}: p50 ${percentile(ms, 0.5).toFixed(3)} ms, p95 ${percentile(ms, 0.95).toFixed(3)} ms (${ms.length} samples)`;
}

/** The last line of a benchmark, which programs may read. */
export function ratioLine(name: string, ratio: number | undefined): string {
  return `${name} ratio: ${ratio === undefined ? "not measured" : ratio.toFixed(2)}`;
}
