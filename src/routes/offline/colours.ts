/** The paper of tokens.css, for what shows before any style is there: the frame of a window, a splash screen. */
export const PAPER = { light: '#fbf9f4', dark: '#14161b' };
