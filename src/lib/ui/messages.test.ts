import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import * as m from '#lib/paraglide/messages.js';

const src = join(import.meta.dirname, '../..');
const folder = join(src, 'messages');

type Variants = { declarations: string[]; match: Record<string, string> }[];
type Messages = Record<string, string | Variants>;

const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Messages;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
	(name) => name.endsWith('.json') && !name.startsWith('project.inlang')
);

test('every file of messages is compiled', () => {
	const settings = readFileSync(join(folder, 'project.inlang/settings.json'), 'utf8');
	for (const name of files)
		expect(settings).toContain(`"./${name.replaceAll('\\', '/').replace(/\w+\.json$/, '{locale}.json')}"`);
});

test('no message is defined in two files', () => {
	const names = files.filter((name) => name.endsWith('en.json')).flatMap((name) => Object.keys(read(name)));
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every message is used', () => {
	const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
		(name) => /\.(svelte|ts)$/.test(name) && !/\.test\.ts$|^lib.paraglide/.test(name)
	);
	const used = new Set<string>();
	for (const name of sources)
		for (const [, key = ''] of readFileSync(join(src, name), 'utf8').matchAll(/\bm\.(\w+)/g)) used.add(key);
	const names = files.filter((name) => name.endsWith('en.json')).flatMap((name) => Object.keys(read(name)));
	expect(names.filter((name) => !used.has(name) && name !== '$schema')).toEqual([]);
});

test('the size of a course counts one of anything as one', () => {
	const sizes = [
		[1, 1],
		[1, 6],
		[2, 1],
		[2, 6]
	] as const;
	const told = (locale: 'en' | 'fr') =>
		sizes.map(([points, questions]) => m.course_size({ points, questions }, { locale }));
	const both = [
		'1 point, 1 question',
		'1 point, 6 questions',
		'2 points, 1 question',
		'2 points, 6 questions'
	];
	expect([told('en'), told('fr')]).toEqual([both, both]);
});

test('where nobody is there, a language that counts none as one does not say that somebody is', () => {
	const nobody = [m.host_there, m.host_test_phones].map((say) => say({ count: 0 }, { locale: 'fr' }));
	expect(nobody).toEqual(['0 personne est là', '0 téléphone est à l’écoute.']);
});

type Told = (inputs: Record<string, unknown>, options: { locale: 'en' | 'fr' }) => string;
const told: Record<string, unknown> = { ...m };

describe.each(['en', 'fr'] as const)('in %s', (locale) => {
	const counted = files
		.filter((name) => name.endsWith('en.json'))
		.flatMap((name) => Object.entries(read(name)))
		.flatMap(([key, message]) =>
			typeof message !== 'string' && isCounted(message) ? [[key, message] as const] : []
		);

	test.each(counted)('%s has words for every number, and for several at once', (key, message) => {
		const names = parametersOf(message).map((line) => line.replace('input ', ''));
		for (const numbers of combinations(names.length, [0, 1, 1.5, 2, 1_000_000])) {
			const inputs = Object.fromEntries(names.map((name, index) => [name, numbers[index]]));
			// Where no variant fits, the name of the message is what is shown.
			expect((told[key] as Told)(inputs, { locale }), JSON.stringify(inputs)).not.toBe(key);
		}
	});
});

test.each([
	[() => m.score_of_marks({ earned: '1', count: 1, shown: '1' }), '1 of 1 mark'],
	[() => m.score_of_marks({ earned: '0', count: 0, shown: '0' }), '0 of 0 marks'],
	[() => m.score_of_marks({ earned: '1', count: 2, shown: '2' }), '1 of 2 marks'],
	[() => m.score_of_marks({ earned: '0.5', count: 1.5, shown: '1.5' }), '0.5 of 1.5 marks'],
	[() => m.all_questions({ count: 1 }), 'only 1'],
	[() => m.all_questions({ count: 2 }), 'all 2'],
	[() => m.all_right({ right: 0, total: 2 }, { locale: 'fr' }), 'Réponses entièrement justes : 0 sur 2.'],
	[() => m.all_right({ right: 1, total: 2 }, { locale: 'fr' }), 'Réponses entièrement justes : 1 sur 2.'],
	[() => m.all_right({ right: 2, total: 2 }, { locale: 'fr' }), 'Réponses entièrement justes : 2 sur 2.'],
	[
		() => m.done_of({ done: 1, total: 3, moment: 'hier' }, { locale: 'fr' }),
		'Questions terminées : 1 sur 3, hier'
	],
	[
		() => m.done_of({ done: 2, total: 3, moment: 'hier' }, { locale: 'fr' }),
		'Questions terminées : 2 sur 3, hier'
	],
	[() => m.map_point_known({ known: 1, count: 4 }, { locale: 'fr' }), 'Réussis : 1 sur 4'],
	[() => m.map_point_known({ known: 2, count: 4 }, { locale: 'fr' }), 'Réussis : 2 sur 4'],
	[() => m.exam_minutes({ count: 1.5, minutes: '1,5' }, { locale: 'fr' }).slice(0, 11), '1,5 minute.'],
	[() => m.heat_days({ total: 1, count: 2, answers: '1' }), '1 answer on 2 days.']
])('one of anything is counted as one, %#', (tell, words) => {
	expect(tell()).toBe(words);
});

describe.each(files)('%s', (name) => {
	const messages = read(name);
	const english = read(name.replace(/\w+\.json$/, 'en.json'));

	test('has every message, in the same order', () => {
		expect(Object.keys(messages)).toEqual(Object.keys(english));
	});

	test('has the same inputs in each message', () => {
		for (const [key, message] of Object.entries(messages)) {
			expect(parametersOf(message), key).toEqual(parametersOf(english[key] ?? ''));
		}
	});

	test('has a text for every name', () => {
		for (const [key, message] of Object.entries(messages)) {
			if (typeof message === 'string' || isCounted(message)) continue;
			expect(message.map(namesIn), key).toEqual((english[key] as Variants).map(namesIn));
		}
	});

	test('has a text for every number', () => {
		for (const [key, message] of Object.entries(messages)) {
			for (const text of textsOf(message)) expect(text.trim(), key).not.toBe('');
			if (typeof message === 'string' || !isCounted(message)) continue;
			expect(
				message.flatMap(({ match }) => Object.keys(match)).some((to) => to.endsWith('=*')),
				key
			).toBe(true);
		}
	});
});

test.each(files.filter((name) => name.endsWith('fr.json')))(
	'%s keeps its punctuation with the word before',
	(name) => {
		for (const [key, message] of Object.entries(read(name))) {
			for (const text of textsOf(message))
				expect(text, key).not.toMatch(/[^\u00a0][:;?!»%](\s|$)|«[^\u00a0]|'/);
		}
	}
);

/** Whether a message has a text for one and another for several; any other with variants has one for each name. */
function isCounted(message: Variants): boolean {
	return message.some(({ declarations }) => declarations.some((line) => line.endsWith(': plural')));
}

/** The names for which a message has texts. */
function namesIn({ match }: Variants[number]): string[] {
	return Object.keys(match).sort();
}

function textsOf(message: string | Variants): string[] {
	return typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match));
}

/** Every way to take so many of some numbers. */
function combinations(length: number, of: readonly number[]): number[][] {
	if (length === 0) return [[]];
	return combinations(length - 1, of).flatMap((rest) => of.map((number) => [...rest, number]));
}

/** The inputs of a message: those declared, or else those in its text. */
function parametersOf(message: string | Variants): string[] {
	const names =
		typeof message === 'string'
			? [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
			: message.flatMap(({ declarations }) => declarations.filter((line) => line.startsWith('input ')));
	return [...new Set(names)].sort();
}
