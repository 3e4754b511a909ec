/** The field of a form that names the language which a reader has chosen. */
export const LANGUAGE = 'language';

/**
 * The cookie that keeps a reader’s choice of a language. It decides nothing but whether, and where to, somebody is sent
 * who asks for an address in no language: every page is in the language of its address.
 */
export const CHOICE_COOKIE = 'language';

/** How long the choice is kept: seconds. Browsers cut off what is longer. */
export const CHOICE_AGE = 400 * 86_400;
