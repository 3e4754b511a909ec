import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import * as m from '#lib/paraglide/messages.js';

const folder = join(import.meta.dirname, '../../messages');

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

	test('has a text for every number', () => {
		for (const [key, message] of Object.entries(messages)) {
			for (const text of textsOf(message)) expect(text.trim(), key).not.toBe('');
			if (typeof message === 'string') continue;
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

function textsOf(message: string | Variants): string[] {
	return typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match));
}

/** The inputs of a message: those declared, or else those in its text. */
function parametersOf(message: string | Variants): string[] {
	const names =
		typeof message === 'string'
			? [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
			: message.flatMap(({ declarations }) => declarations.filter((line) => line.startsWith('input ')));
	return [...new Set(names)].sort();
}
