/** The page has a script of its own. */
export const csr = false;
