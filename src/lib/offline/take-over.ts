/** What a page says to a new service worker once the learner wants the new version. */
export const TAKE_OVER = 'take-over';
