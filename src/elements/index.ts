import { Place } from "../engine/place.ts";
import { Button, button } from "./button/button.ts";
import { Text, text } from "./text/text.ts";

/** Every command that draws; all are methods of `st` and of each container. */
export const elements = {
  button,
  text,
};

/** Every kind of node; tests and the gallery read this list. */
export const kinds = [Button, Text] as const;

/** Somewhere to draw, with every command that draws. */
export type Container = Place & typeof elements;

Object.assign(Place.prototype, elements);
