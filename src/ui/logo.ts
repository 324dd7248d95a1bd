import { createStore } from "./store.ts";

export type ReadyImage = { src: string } | { icon: string };

/** The logo as the frame shows it. */
export interface ReadyLogo {
  image: ReadyImage;
  iconImage: ReadyImage | undefined;
  size: "small" | "medium" | "large";
  link: string | undefined;
}

/** The app's logo; null while there is none. Its view sets it, the frame shows it in two places. */
export const currentLogo = createStore<ReadyLogo | null>(null);
