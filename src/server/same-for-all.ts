/**
 * The response header by which a route declares that its answer is the same for everybody, apart from the way
 * to read and some parameters of the address. It names these parameters, separated by spaces. The server
 * renders such an answer once, and does not send the header on.
 */
export const SAME_FOR_ALL = 'x-same-for-all';
