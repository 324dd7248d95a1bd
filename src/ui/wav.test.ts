import { expect, test } from "vitest";
import { encodeWav, peaksOf } from "./wav.ts";

test("samples become a WAV file of one channel and 16 bits at their rate", () => {
  const bytes = new DataView(encodeWav(new Float32Array([0, 1, -1, 2]), 16_000));
  const text = (at: number) => String.fromCharCode(...[0, 1, 2, 3].map((more) => bytes.getUint8(at + more)));
  expect([text(0), text(8), text(12), text(36)]).toEqual(["RIFF", "WAVE", "fmt ", "data"]);
  expect([bytes.getUint32(4, true), bytes.getUint16(22, true), bytes.getUint32(24, true), bytes.getUint32(28, true), bytes.getUint16(34, true)]).toEqual([
    44, 1, 16_000, 32_000, 16,
  ]);
  expect(Array.from({ length: 4 }, (_, at) => bytes.getInt16(44 + at * 2, true))).toEqual([0, 32_767, -32_767, 32_767]);
});

test("the picture of a sound has the loudest sample of each part", () => {
  expect(peaksOf(new Float32Array([0, 0.5, -1, 0.25]), 2)).toEqual([0.5, 1]);
  expect(peaksOf(new Float32Array(), 3)).toEqual([0, 0, 0]);
});
