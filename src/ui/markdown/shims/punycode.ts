/** Host names for links: the browser's URL parser knows the ASCII form; the readable form is the one written. */
export default {
  toASCII(host: string): string {
    try {
      return new URL(`http://${host}`).hostname || host;
    } catch {
      return host;
    }
  },
  toUnicode: (host: string): string => host,
};
