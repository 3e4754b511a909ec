import * as m from '#lib/paraglide/messages.js';

/** What a link says that leads to the first pass through a point; 0 is the primer as a whole. */
export function beginWords(point: number): string {
	return point === 0 ? m.study_begin_whole() : m.study_begin_point({ point });
}
