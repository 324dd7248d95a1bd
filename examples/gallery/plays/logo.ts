import { fixed } from "../knobs.ts";
import { play } from "../play.ts";

const IMAGE = `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 132 32">
  <path d="M4 26c4-3 8-3 12 0s8 3 12 0L16 4z" fill="#1c83e1"/>
  <text x="36" y="23" font-family="sans-serif" font-size="20" fill="#1c83e1">Boat club</text>
</svg>`;

export const logo = play("logo", { args: { image: fixed(IMAGE) }, note: "It stands above the menu, at the top left of the page." });
