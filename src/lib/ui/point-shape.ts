/** Outlines in a box of 100: circle, square, hexagon, pentagon, octagon; then they repeat. */
const shapes = [
	'M50 4A46 46 0 1 1 49.9 4Z',
	'M14 10H86Q90 10 90 14V86Q90 90 86 90H14Q10 90 10 86V14Q10 10 14 10Z',
	'M50 3L91 26.5V73.5L50 97L9 73.5V26.5Z',
	'M50 5L95 38L78 92H22L5 38Z',
	'M31 5H69L95 31V69L69 95H31L5 69V31Z'
];

/**
 * The outline that goes with the colour of a point, as a path in a box of 100, so that nobody depends on
 * either alone.
 */
export function pointShape(point: number): string {
	return shapes[(Math.max(1, point) - 1) % shapes.length] ?? '';
}
