import { bankOf } from './bank.server.ts';
import type { LayoutServerLoad } from './$types';

/** The primer's name and points, which every page below it shows. */
export const load: LayoutServerLoad = ({ params }) => {
	const { id, title, points, source } = bankOf(params.primer).primer;
	const heads = points.map((point) => ({ id: point.id, title: point.title }));
	return { primer: { id, title, points: heads, date: source.date } };
};
