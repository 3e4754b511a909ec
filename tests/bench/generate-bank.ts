import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { isItemFile, PRIMER_FILE } from '#lib/bank/course-files.ts';
import type { SourceFile } from '#lib/bank/source-file.ts';
import { dump, load } from 'js-yaml';
import * as v from 'valibot';

const shipped = fileURLToPath(new URL('../../questions/paris-call/', import.meta.url));
const fileSchema = v.object({
	point: v.number(),
	items: v.array(v.looseObject({ id: v.string(), stem: v.string(), facts: v.array(v.string()) }))
});
const primerSchema = v.looseObject({
	points: v.array(v.looseObject({})),
	facts: v.array(v.looseObject({ id: v.string(), claim: v.string() }))
});

/**
 * A course with at least so many facts, for measuring: the shipped course repeated, each time under other ids and with
 * other words in its stems.
 */
export function generateCourse(facts: number): SourceFile[] {
	const primer = v.parse(primerSchema, load(text(PRIMER_FILE)));
	const rounds = Array.from({ length: Math.ceil(facts / primer.facts.length) }, (_, round) => round);
	const files = itemFiles(withoutPlaces).map(({ name, point, items }) => ({
		name: `generated/${name}`,
		text: write({
			point,
			items: rounds.flatMap((round) =>
				items.map(({ enemies: _enemies, picture: _picture, stimulus: _stimulus, ...item }) => ({
					...item,
					id: `${item.id}-${round}`,
					stem: `${item.stem} Variant ${round}.`,
					facts: item.facts.map((fact) => `${fact}-${round}`)
				}))
			)
		})
	}));
	// Drawings, readings and outcomes name facts by their old ids.
	const { timeline: _timeline, support: _support, ...rest } = primer;
	const points = primer.points.map(({ readings: _readings, outcomes: _outcomes, ...point }) => point);
	const many = rounds.flatMap((round) =>
		primer.facts.map((fact) => ({ ...fact, id: `${fact.id}-${round}`, claim: `${fact.claim} ${round}` }))
	);
	return [{ name: `generated/${PRIMER_FILE}`, text: write({ ...rest, points, facts: many }) }, ...files];
}

/**
 * A bank of so many items, for measuring: the shipped items repeated, each time under another id and with other words
 * in the stem, in as many files as the shipped bank has.
 */
export function generateBank(count: number): SourceFile[] {
	const sources = itemFiles();
	const total = sources.reduce((sum, { items }) => sum + items.length, 0);
	let left = count;
	const files = sources.map(({ name, point, items }, index) => {
		const repeated = Array.from({ length: Math.ceil(count / total) + 1 }, (_, round) =>
			items.map(({ enemies: _enemies, stimulus: _stimulus, ...item }) => ({
				...item,
				id: `${item.id}-${round}`,
				stem: `${item.stem} Variant ${round}.`
			}))
		).flat();
		const share = index === sources.length - 1 ? left : Math.floor((items.length / total) * count);
		left -= share;
		return {
			name: `generated/${name}`,
			text: write({ point, items: repeated.slice(0, share) })
		};
	});
	return [{ name: `generated/${PRIMER_FILE}`, text: text(PRIMER_FILE) }, ...files];
}

/** @param changed changes what is written in each */
function itemFiles(changed = (written: string) => written) {
	return readdirSync(shipped)
		.filter((name) => isItemFile(name))
		.sort()
		.map((name) => ({ name, ...v.parse(fileSchema, load(changed(text(name)))) }));
}

/** Items as they are written where there are no drawings to place them in. */
function withoutPlaces(written: string): string {
	return written.replaceAll(/^ +place: .+\n/gm, '');
}

function text(name: string): string {
	return readFileSync(join(shipped, name), 'utf8');
}

function write(value: unknown): string {
	return dump(value, { lineWidth: -1, noRefs: true });
}
