import { foldLetters } from '#lib/kinds/fold.ts';

import { checkOutcomes } from './check-outcomes.ts';
import { checkPictures } from './check-pictures.ts';
import type { Checked } from './checked.ts';
import { primerSchema, type Primer, type Word } from './primer.ts';

/**
 * Checks what `primer.yaml` holds and compiles it.
 *
 * @param id the name of its folder
 */
export function checkPrimer(id: string, file: Checked, raw: unknown): Primer | undefined {
	const compiled = file.check(primerSchema, raw, []);
	if (!compiled) return undefined;
	const points = new Set<number>([0]);
	compiled.points.forEach((point, index) => {
		if (points.has(point.id)) {
			const fix = 'Number the points from 1, each once.';
			file.report(['points', index, 'id'], { path: [], message: `point ${point.id} is used twice`, fix });
		}
		points.add(point.id);
	});
	// If a point is used twice, another is probably missing; a missing point is one mistake for all its
	// facts.
	let isTold = points.size <= compiled.points.length;
	const facts = new Set<string>();
	compiled.facts.forEach((fact, index) => {
		if (facts.has(fact.id)) {
			const fix = 'Give each fact its own id.';
			file.report(['facts', index, 'id'], { path: [], message: `the fact “${fact.id}” is used twice`, fix });
		}
		facts.add(fact.id);
		if (!points.has(fact.point) && !isTold) {
			isTold = true;
			const fix = `Write one of ${[...points].join(', ')}.`;
			file.report(['facts', index, 'point'], { path: [], message: `there is no point ${fact.point}`, fix });
		}
	});
	checkWords(file, compiled.words ?? []);
	checkOutcomes(file, compiled.points, facts);
	checkPictures(file, compiled);
	return { ...compiled, id };
}

/** A form that two words have would link a text to either of them. */
function checkWords(file: Checked, words: readonly Word[]): void {
	const ids = new Set<string>();
	const forms = new Map<string, string>();
	words.forEach(({ id, term, also = [] }, index) => {
		const at = ['words', index];
		if (ids.has(id)) {
			const fix = 'Give each word its own id.';
			file.report([...at, 'id'], { path: [], message: `the word “${id}” is listed twice`, fix });
		}
		ids.add(id);
		[term, ...also].forEach((form, place) => {
			const folded = foldLetters(form);
			const other = forms.get(folded);
			forms.set(folded, other ?? id);
			if (other === undefined) return;
			const path = place === 0 ? [...at, 'term'] : [...at, 'also', place - 1];
			const message = `“${form}” is listed already, for “${other}”`;
			file.report(path, { path: [], message, fix: 'Leave it out here or there.' });
		});
	});
}
