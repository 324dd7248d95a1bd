import { useEffect, useState } from "react";

interface FaceOptions {
  family: string;
  url: string;
  weight?: string | number;
  style?: string;
  unicodeRange?: string;
}

function isFace(value: unknown): value is FaceOptions {
  const { family, url } = (value ?? {}) as Partial<Record<keyof FaceOptions, unknown>>;
  return typeof family === "string" && family !== "" && typeof url === "string" && url !== "";
}

/** Makes the font files of `theme.fontFaces` known to the page; the number returned grows when they have come. */
export function useFontFaces(configured: unknown, base: URL): number {
  const [loads, count] = useState(0);
  // The list is another object in every message of the server, mostly with the same content.
  const content = JSON.stringify(configured ?? []);
  useEffect(() => {
    const given = JSON.parse(content) as unknown[];
    const faces = (Array.isArray(given) ? given : []).filter(isFace).flatMap((face) => makeFace(face, base));
    if (faces.length === 0) return undefined;
    for (const face of faces) document.fonts.add(face);
    let current = true;
    void Promise.allSettled(faces.map((face) => face.load())).then((results) => {
      for (const [index, result] of results.entries()) {
        if (result.status === "rejected") console.warn(`theme.fontFaces: the font ${faces[index]?.family} could not be read.`, result.reason);
      }
      if (current) count((before) => before + 1);
    });
    return () => {
      current = false;
      for (const face of faces) document.fonts.delete(face);
    };
  }, [content, base]);
  return loads;
}

/** A face of a file the app serves itself; files of other hosts are not asked for. */
function makeFace({ family, url, weight, style, unicodeRange }: FaceOptions, base: URL): FontFace[] {
  // Relative to the main page of the app, whatever page of it is open.
  const address = new URL(url, base);
  if (address.origin !== base.origin && address.protocol !== "data:") {
    console.warn(`theme.fontFaces: ${url} lies on another host and is not loaded. Put the file into static/ and name it app/static/….`);
    return [];
  }
  const range = weight === undefined ? {} : { weight: String(weight) };
  const source = `url(${JSON.stringify(address.href)})`;
  try {
    return [new FontFace(family, source, { ...range, ...(style ? { style } : {}), ...(unicodeRange ? { unicodeRange } : {}) })];
  } catch (error) {
    console.warn(`theme.fontFaces: the font ${family} has a value that a browser does not know.`, error);
    return [];
  }
}
