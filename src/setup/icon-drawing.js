/** A corner of a pentagon in the middle of a square of 64, clockwise from the top. @param {number} number @param {number} radius */
function corner(number, radius) {
	const angle = (2 * Math.PI * number) / 5;
	return `${(32 + radius * Math.sin(angle)).toFixed(1)} ${(33.4 - radius * Math.cos(angle)).toFixed(1)}`;
}

/** The five faces that meet in the middle, clockwise: blues of the accent colour, lit from the upper left. */
const SHADES = ['#2447a8', '#1b3787', '#193279', '#203f97', '#2f56c0'];

/** The paper of tokens.css, in the light. */
const PAPER = '#fbf9f4';

const outline = `M${SHADES.map((_, number) => corner(number, 27)).join('L')}Z`;

// A hairline in each face’s own colour closes the seam to the next.
const faces = SHADES.map(
	(shade, number) =>
		`<path fill="${shade}" stroke="${shade}" stroke-width=".2" d="M32 33.4L${corner(number, 40)}L${corner(number + 1, 40)}Z"/>`
).join('');

const five =
	'<path fill="none" stroke="#fff" stroke-width="4.8" stroke-linejoin="round" stroke-linecap="round" d="M39.5 21.5H26.6L25.3 32.6C27.4 31 29.6 30.3 32 30.3C37.2 30.3 40.6 33.7 40.6 38.3C40.6 43.3 36.8 46.7 31.5 46.7C28.2 46.7 25.4 45.5 23.4 43.2"/>';

/**
 * The app’s icon: a pentagon of five faces, and a five.
 *
 * @param {{ scale?: number, isOpaque?: boolean }} [look] `scale`: how much of the square it takes, from 0 to 1;
 * `isOpaque`: whether the square is filled behind it
 * @returns {string} an SVG file
 */
export function iconDrawing({ scale = 1, isOpaque = false } = {}) {
	const ground = isOpaque ? `<rect width="64" height="64" fill="${PAPER}"/>` : '';
	const place = scale === 1 ? '' : ` transform="translate(32 32) scale(${scale}) translate(-32 -32)"`;
	const mask = `<mask id="m"><path fill="#fff" stroke="#fff" stroke-width="5.5" stroke-linejoin="round" d="${outline}"/></mask>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${mask}${ground}<g${place}><g mask="url(#m)">${faces}</g>${five}</g></svg>\n`;
}
