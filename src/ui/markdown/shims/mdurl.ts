/** Addresses in Markdown: the browser resolves them anyway, so they are escaped but never taken apart. */
interface Parsed {
  protocol?: undefined;
  hostname?: string;
  auth?: undefined;
  pathname: string;
  search?: undefined;
  hash?: undefined;
}

export const parse = (url: string): Parsed => ({ pathname: url });

/** Escapes what may not stand in an address; what is escaped already stays. */
export function encode(text: string): string {
  try {
    return encodeURI(text).replace(/%25([\da-f]{2})/gi, "%$1");
  } catch {
    return "";
  }
}

export const format = (parsed: Parsed): string => parsed.pathname;

/** An address as people read it. */
export function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
decode.defaultChars = "";
