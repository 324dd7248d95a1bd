/** Whoever presses Ctrl or Cmd may want the palette next, and types on at once. */
export const loadPalette = () => Promise.all([import("./commands.tsx"), import("./frame-commands.ts")]);
