import { PRIMER_FILE } from './course-files.ts';
import { checkOutcomes } from './check-outcomes.ts';
import { checkPictures } from './check-pictures.ts';
import type { Checked } from './checked.ts';
import { primerSchema, type Point, type Primer, type Word } from './primer.ts';
import { checkOwnIds, checkRepeated } from './repeated.ts';
import { foldForm } from './word-form.ts';
import type { Path } from './yaml.ts';

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
	const facts = new Set(compiled.facts.map((fact) => fact.id));
	checkOwnIds(
		file,
		compiled.facts.map((fact, index) => ({ id: fact.id, at: ['facts', index] })),
		'fact'
	);
	compiled.facts.forEach((fact, index) => {
		if (!points.has(fact.point) && !isTold) {
			isTold = true;
			const fix = `Write one of ${[...points].join(', ')}.`;
			file.report(['facts', index, 'point'], { path: [], message: `there is no point ${fact.point}`, fix });
		}
	});
	checkWords(file, compiled.words ?? []);
	checkOutcomes(file, compiled.points, facts);
	compiled.points.forEach((point, index) => checkReadings(file, point, ['points', index], facts));
	checkPictures(file, compiled);
	return { ...compiled, id };
}

/** A form that two words have would link a text to either of them. */
function checkWords(file: Checked, words: readonly Word[]): void {
	checkOwnIds(
		file,
		words.map(({ id }, index) => ({ id, at: ['words', index] })),
		'word'
	);
	const forms = new Map<string, { of: string; as: string }>();
	words.forEach(({ id, term, also = [] }, index) => {
		const at = ['words', index];
		[term, ...also].forEach((form, place) => {
			const folded = foldForm(form);
			const as = form.normalize().toLowerCase();
			const other = forms.get(folded);
			forms.set(folded, other ?? { of: id, as });
			// A word may be listed with a hyphen and without one: a reader sees both as forms of it.
			if (!other || (other.of === id && other.as !== as)) return;
			const path = place === 0 ? [...at, 'term'] : [...at, 'also', place - 1];
			const message = `“${form}” is listed already, for “${other.of}”`;
			file.report(path, { path: [], message, fix: 'Leave it out here or there.' });
		});
	});
}

/** The readings of a point have ids of their own, and teach facts that there are; one text is no list of texts. */
function checkReadings(
	file: Checked,
	{ reading, readings = [] }: Point,
	at: Path,
	known: ReadonlySet<string>
): void {
	if (reading !== undefined && readings.length > 0) {
		const fix = 'Keep “readings”, and move the words of “reading” into one of them.';
		file.report(at, { path: ['reading'], message: 'there are “readings” beside it', fix });
	}
	checkOwnIds(
		file,
		readings.map(({ id }, index) => ({ id, at: [...at, 'readings', index] })),
		'reading'
	);
	readings.forEach(({ facts }, index) => {
		checkRepeated(file, facts, [...at, 'readings', index, 'facts']);
		facts.forEach((fact, place) => {
			if (known.has(fact)) return;
			const fix = `Add it to ${PRIMER_FILE}, or name one that is there.`;
			const fault = { path: ['facts', place], message: `the primer has no fact “${fact}”`, fix };
			file.report([...at, 'readings', index], fault);
		});
	});
}
