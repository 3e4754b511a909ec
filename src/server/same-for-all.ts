/**
 * The response header by which a route declares that its answer is the same for whoever asks, but for the way to
 * read, and some parameters of the address: it names these parameters, with a space between them. The server
 * renders such an answer once, and lets the header go no further.
 */
export const SAME_FOR_ALL = 'x-same-for-all';
