import type { ReactNode } from "react";

/** The few icons of the frame, drawn as lines so that the first paint needs no icon font. */
const PATHS = {
  menu: "M12 6.5v0M12 12v0M12 17.5v0",
  close: "M6 6l12 12M18 6L6 18",
  help: "M9.6 9.2a2.5 2.5 0 1 1 3.6 2.4c-.8.4-1.2 1-1.2 1.9M12 16.6v0M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
  left: "M14.5 6l-6 6 6 6M19.5 6l-6 6 6 6",
  right: "M9.5 6l6 6-6 6M4.5 6l6 6-6 6",
  down: "M6 9l6 6 6-6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  link: "M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.2-1.2",
  copy: "M9 9h10v11H9zM5 15V4h10",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z",
  eyeOff:
    "M4 4l16 16M9.5 5.9A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.9 3.6M6.3 7.9A15.6 15.6 0 0 0 2.5 12S6 18.5 12 18.500a9 9 0 0 0 3.7-.8M10 10a3 3 0 0 0 4 4",
  stop: "M7 7h10v10H7z",
  page: "M6 3.500h8l4 4v13H6zM14 3.500v4h4",
  warning: "M12 4l9 16H3zM12 10v4M12 17v0",
  error: "M12 7.500v5.500M12 16.500v0M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
  external: "M14 5h5v5M19 5l-8 8M17 14v5H5V7h5",
} as const;

export type GlyphName = keyof typeof PATHS;

/** A line icon of the frame; decorative, so the control around it needs a name. `size` in rem, default 1.25. */
export function Glyph({ name, size = 1.25, className }: { name: GlyphName; size?: number; className?: string | undefined }): ReactNode {
  return (
    <svg
      className={className}
      style={name === "left" || name === "right" ? { transform: "scaleX(var(--onward))" } : undefined}
      width={`${size}rem`}
      height={`${size}rem`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "menu" ? 3.2 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
