/** Marks the place in a message of what is not text: U+FFFC, which Unicode has for that. */
export const SLOT = '\uFFFC';
