/** Stands in a message for what is not a text: U+FFFC, the character that Unicode has for it. */
export const SLOT = '\uFFFC';
