/** The field of a form that names the language which a reader has chosen. */
export const LANGUAGE = 'language';

/**
 * The cookie that keeps a reader’s choice of language. It decides only where somebody who asks for an address
 * without a language is sent: every page is in the language of its address.
 */
export const CHOICE_COOKIE = 'language';

/** How long the choice is kept, in seconds. Browsers cap anything longer. */
export const CHOICE_AGE = 400 * 86_400;
