const HEADER_BYTES = 44;

/** One channel of samples, from -1 to 1, as a WAV file of 16 bits. */
export function encodeWav(samples: Float32Array, sampleRate: number): ArrayBuffer {
  const buffer = new ArrayBuffer(HEADER_BYTES + samples.length * 2);
  const view = new DataView(buffer);
  const text = (at: number, word: string) => [...word].forEach((char, index) => view.setUint8(at + index, char.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, buffer.byteLength - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, samples.length * 2, true);
  for (const [at, sample] of samples.entries()) view.setInt16(HEADER_BYTES + at * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 0x7fff), true);
  return buffer;
}

/** Loudest sample of each of `count` equal parts. */
export function peaksOf(samples: Float32Array, count: number): number[] {
  const size = Math.max(1, samples.length / count);
  return Array.from({ length: count }, (_, part) => {
    let most = 0;
    const end = Math.min(samples.length, Math.floor((part + 1) * size));
    for (let at = Math.floor(part * size); at < end; at += 1) most = Math.max(most, Math.abs(samples[at] as number));
    return most;
  });
}
