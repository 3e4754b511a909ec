import { describe, expect, test } from 'vitest';

import { isMapping } from '#lib/text/mapping.ts';

import { checkBank } from './check.ts';
import type { Problem } from './problem.ts';
import { filesOf, translationOf, wholeCourse } from './whole-fixtures.ts';
import { readYaml, type Path, type Place, type ReadYaml } from './yaml.ts';

type Part = 'primer' | 'items';
type Value = Record<string, unknown>;

/** One slip in one file of a sound course. */
interface Slip {
	says: string;
	part: Part;
	path: Path;
	value: Value;
	/** Where it has to be reported. */
	place: (yaml: ReadYaml) => Place;
}

const course = wholeCourse();
const translation = translationOf(course);

/**
 * @param isTranslated whether there is a translation beside it, with everything that the course had before
 */
function problemsOf(part: Part, value: Value, isTranslated: boolean): Problem[] {
	return checkBank('b', filesOf({ ...course, [part]: value }), isTranslated ? [translation] : []).problems;
}

/** A copy with another value at a path. */
function changed(value: unknown, [step, ...rest]: Path, change: (value: unknown) => unknown): unknown {
	if (step === undefined) return change(value);
	if (Array.isArray(value)) {
		return value.map((each: unknown, index) => (index === step ? changed(each, rest, change) : each));
	}
	if (!isMapping(value)) throw new Error(`There is nothing at “${step}”.`);
	const entries = Object.entries(value);
	return Object.fromEntries(
		entries.map(([key, each]) => [key, key === step ? changed(each, rest, change) : each])
	);
}

function changedFile(part: Part, path: Path, change: (value: unknown) => unknown): Value {
	const value = changed(course[part], path, change);
	if (!isMapping(value)) throw new Error('A file holds a mapping.');
	return value;
}

/** A copy of a mapping with a key renamed, or without that key if there is no new name. */
function renamed(mapping: unknown, key: string, name?: string): unknown {
	const entries = Object.entries(isMapping(mapping) ? mapping : {});
	return Object.fromEntries(
		entries.flatMap(([each, value]) =>
			each !== key ? [[each, value]] : name === undefined ? [] : [[name, value]]
		)
	);
}

/** Wrong values to write in place of one. */
function wrongValues(key: string | number, value: unknown): [string, unknown][] {
	const nothing: [string, unknown] = ['nothing', null];
	if (typeof value === 'string') {
		const choice = ['kind', 'level', 'status', 'scoring'].includes(String(key));
		return [
			nothing,
			['an empty text', ''],
			['a list', [value]],
			['a mapping', { some: value }],
			...isADate(key),
			...(choice ? [['what is no choice', 'nonsense'] satisfies [string, unknown]] : [])
		];
	}
	if (typeof value === 'number') {
		const below: [string, unknown][] = key === 'value' ? [] : [['no such number', -7]];
		return [nothing, ['words', 'seven'], ['a list', [value]], ...below];
	}
	if (typeof value === 'boolean') return [nothing, ['yes', 'yes'], ['a list', [value]]];
	if (Array.isArray(value)) {
		return [
			nothing,
			['words', 'some words'],
			['a mapping', { some: 'words' }],
			['an empty entry', [...value, null]]
		];
	}
	return [nothing, ['words', 'some words'], ['a list', [value]]];
}

/** A date may be a year by itself. */
function isADate(key: string | number): [string, unknown][] {
	return key === 'date' || key === 'sort' ? [] : [['a number', 7]];
}

function slipsAt(part: Part, path: Path, value: unknown): Slip[] {
	const key = path.at(-1) ?? '';
	const above = path.slice(0, -1);
	const ofKey: Slip[] =
		typeof key === 'string'
			? [
					{
						says: 'left out',
						part,
						path,
						value: changedFile(part, above, (mapping) => renamed(mapping, key)),
						place: (yaml) => yaml.placeOf(above)
					},
					{
						says: 'misspelt',
						part,
						path,
						value: changedFile(part, above, (mapping) => renamed(mapping, key, `${key}x`)),
						place: (yaml) => yaml.placeOfKey(above, `${key}x`)
					}
				]
			: [];
	const ofValue = wrongValues(key, value).map(([says, wrong]): Slip => ({
		says: `written as ${says}`,
		part,
		path,
		value: changedFile(part, path, () => wrong),
		place: (yaml) =>
			yaml.placeOf(says === 'an empty entry' && Array.isArray(wrong) ? [...path, wrong.length - 1] : path)
	}));
	return [...ofKey, ...ofValue];
}

function slipsIn(part: Part, value: unknown, path: Path = []): Slip[] {
	const own = path.length === 0 ? [] : slipsAt(part, path, value);
	const below: [string | number, unknown][] = Array.isArray(value)
		? value.map((each: unknown, index) => [index, each])
		: Object.entries(isMapping(value) ? value : {});
	return [...own, ...below.flatMap(([step, each]) => slipsIn(part, each, [...path, step]))];
}

/** One of each: from a list, the entries with keys that those before them lack. */
const slips = [
	...new Map(
		[...slipsIn('primer', course.primer), ...slipsIn('items', course.items)].map((slip) => [
			alike(slip),
			slip
		])
	).values()
];

function alike({ part, path, says }: Slip): string {
	const isItem = part === 'items' && path[0] === 'items';
	return [
		part,
		says,
		...path.map((step, at) => (typeof step === 'number' && !(isItem && at === 1) ? '#' : step))
	].join();
}

/**
 * Parts that are missed only if something else needs them: a drawing or an id that is pointed at, the note on
 * a fact, the one key of a list.
 */
function isElsewhere({ says, path }: Slip): boolean {
	const key = String(path.at(-1));
	return says === 'left out' && ['timeline', 'support', 'id', 'since', 'key'].includes(key);
}

test('the course is sound, in both languages', () => {
	const { problems, editions } = checkBank('b', filesOf(course), [translation]);
	expect(problems).toEqual([]);
	expect(editions[0]?.missing).toEqual([]);
	expect(slips.length).toBeGreaterThan(1000);
});

const name = ({ part, path, says }: Slip) => `${part} ${path.join('.')} ${says}`;

const sorts = [...Map.groupBy(slips, ({ says }) => says)];

describe('one slip is one problem, in its line:', () => {
	test.each(sorts)('%s', (_, alike) => {
		const wrong = alike.flatMap((slip) => {
			// Leaving out a part leaves its translation behind, where the problem is reported.
			const problems = problemsOf(slip.part, slip.value, slip.says !== 'left out');
			if (problems.length === 0 && slip.says === 'left out') return [];
			const text = filesOf({ ...course, [slip.part]: slip.value })[slip.part === 'items' ? 0 : 1]?.text ?? '';
			const place = slip.place(readYaml(text));
			const isThere = problems[0]?.line === place.line || isElsewhere(slip);
			if (problems.length === 1 && isThere) return [];
			const told = problems.map(({ line, path, message, fix }) => `${line} ${path}: ${message} | ${fix}`);
			return [`${name(slip)} (${place.line}): ${told.join(' // ') || 'nothing'}`];
		});
		expect(wrong).toEqual([]);
	});
});

describe('its remedy, when it is followed, leaves no problem:', () => {
	test.each(sorts.filter(([says]) => isFollowed.has(says)))('%s', (_, alike) => {
		const followed = alike.flatMap((slip) => {
			const [problem] = problemsOf(slip.part, slip.value, false);
			const after = problem && follow(slip, problem.fix);
			return after && !isPointedAt(slip) ? [{ slip, problem, after }] : [];
		});
		const wrong = followed.flatMap(({ slip, problem, after }) => {
			const [left] = problemsOf(slip.part, after, false);
			return left ? [`${name(slip)}: ${problem.fix} -> ${left.message} | ${left.fix}`] : [];
		});
		expect(wrong).toEqual([]);
		expect(followed.length).toBeGreaterThan(3);
	});
});

/** Slips with a remedy so plain that a program can follow it. */
const isFollowed = new Set(['left out', 'misspelt', 'written as nothing', 'written as an empty text']);

/**
 * A drawing, an entry, or the note on a fact that something else needs: that has to be left out along with
 * it.
 */
function isPointedAt({ path }: Slip): boolean {
	return typeof path.at(-1) === 'number' || ['timeline', 'support', 'since'].includes(String(path.at(-1)));
}

/** The file with a remedy followed to the letter, as far as a program can. */
function follow({ part, path, says, value }: Slip, fix: string): Value | undefined {
	const key = String(path.at(-1));
	const above = path.slice(0, -1);
	const without = () => {
		const after = changed(value, above, (mapping) =>
			Array.isArray(mapping) ? mapping.filter((_, index) => index !== path.at(-1)) : renamed(mapping, key)
		);
		return isMapping(after) ? after : undefined;
	};
	if (/leave (?:it|the line|the entry) out/.test(fix) && says !== 'left out' && says !== 'misspelt')
		return without();
	const meant = /^Did you mean “(.+)”\?/.exec(fix)?.[1];
	if (meant !== undefined) {
		const after = changed(value, above, (mapping) => renamed(mapping, `${key}x`, meant));
		return isMapping(after) ? after : undefined;
	}
	if (new RegExp(`^Add “${key}: …”`).test(fix) && says === 'left out') return course[part];
	return undefined;
}
