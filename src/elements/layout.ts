/** Size options that every element takes. */
export interface Layout {
  /** `"stretch"` fills the place, `"content"` is as wide as needed; a number is in CSS pixels. */
  width?: number | "stretch" | "content" | undefined;
  /** A number is in CSS pixels. */
  height?: number | "stretch" | "content" | "auto" | undefined;
}
