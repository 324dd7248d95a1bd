/** Stands between the text of an option and the number that tells it from others with that text. */
const SAME_TEXT = "\u0001";

/** Names an option that a search found: by its text, and by a number where several read alike. */
export const optionKey = (text: string, number: number): string => (number === 0 ? text : text + SAME_TEXT + number);

/** How the option of a key reads. */
export const optionText = (key: string): string => key.split(SAME_TEXT, 1)[0] as string;
