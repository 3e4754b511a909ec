import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { findSecret } from './secret.ts';

const SOUND = 'correct horse battery staple, and more';

let folder: string;
let file: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'five-points-'));
	file = join(folder, 'secret');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The secret as a newly started process finds it. */
function secretOf(data: string, given?: string): string {
	const { secret, notes } = findSecret(given, data);
	expect(notes).toEqual([]);
	return secret;
}

test('the secret is the one that is given', () => {
	expect(secretOf(folder, SOUND)).toBe(SOUND);
	expect(readdirSync(folder)).toEqual([]);
});

test('else it is made once, kept for the next start, and readable by nobody else', () => {
	const data = join(folder, 'new/data');
	const first = secretOf(data);
	expect(first).toMatch(/^[\w-]{43}$/);
	expect(readFileSync(join(data, 'secret'), 'utf8')).toBe(first);
	if (process.platform !== 'win32') expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
	expect(readdirSync(data)).toEqual(['secret']);
	expect(secretOf(data)).toBe(first);
});

test('else, where nothing can be written, it lasts as long as the process, and that is said', () => {
	writeFileSync(join(folder, 'file'), '');
	const nowhere = join(folder, 'file/data');
	const secrets = [1, 2].map(() => {
		const { secret, notes } = findSecret(undefined, nowhere);
		const [note = '', ...more] = notes;
		expect(note).toContain(`cannot be kept in ${nowhere} (ENOTDIR), so it lasts until this server stops`);
		expect(note).toContain('name another folder in DATA, or give it a SECRET');
		expect(more).toEqual([]);
		return secret;
	});
	expect(secrets[0]).not.toBe(secrets[1]);
});

describe('a secret that can be guessed stops the start', () => {
	test.each([
		['of one letter', 'a', 'SECRET has 1 character; at least 32 are needed'],
		['one character too short', SOUND.slice(0, 31), 'SECRET has 31 characters'],
		['of one letter many times', 'a'.repeat(64), 'SECRET repeats the same few characters'],
		['of a word many times', 'secret'.repeat(10), 'SECRET repeats the same few characters']
	])('%s', (_, SECRET, reason) => {
		expect(() => findSecret(SECRET, folder)).toThrow(reason);
		writeFileSync(file, `${SECRET}\n`, { mode: 0o600 });
		expect(() => findSecret(undefined, folder)).toThrow(reason.replace('SECRET', `The secret in ${file}`));
		expect(() => findSecret(undefined, folder)).toThrow('delete it, and a new one is made');
		expect(readFileSync(file, 'utf8')).toBe(`${SECRET}\n`);
	});

	test('and one of just 32 characters cannot', () => {
		expect(secretOf(folder, SOUND.slice(0, 32))).toHaveLength(32);
	});
});

test.each(['', '\n', ' \t\r\n'])('an empty file (%j) gets a new secret once, and that is said', (content) => {
	writeFileSync(file, content);
	const { secret: made, notes } = findSecret(undefined, folder);
	expect(notes).toEqual([expect.stringContaining(`The secret in ${file} was empty, so a new one was made.`)]);
	expect(made).toMatch(/^[\w-]{43}$/);
	expect(secretOf(folder)).toBe(made);
});

test.skipIf(process.platform === 'win32').each(['666', '644', '640', '604'])(
	'a file that others can read (%s) is taken away from them, and that is said once',
	(mode) => {
		writeFileSync(file, SOUND);
		chmodSync(file, mode);
		expect(findSecret(undefined, folder)).toEqual({
			secret: SOUND,
			notes: [expect.stringContaining(`its mode was ${mode})`)]
		});
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(secretOf(folder)).toBe(SOUND);
	}
);

test('one made here that was cut is told of, however little it has lost, and one that somebody wrote is not', () => {
	const whole = secretOf(folder);
	for (let length = 32; length < whole.length; length++) {
		writeFileSync(file, whole.slice(0, length));
		const { secret, notes } = findSecret(undefined, folder);
		expect(secret).toBe(whole.slice(0, length));
		expect(notes.join()).toContain(`has ${length} characters, and one that is made here has 43`);
	}
	for (const own of [
		SOUND,
		'dd5c9b2f'.repeat(3) + '1b4e6a80d7',
		'Zm9vYmFyIGJhei9xdXV4IGZyb2JuaWNhdGUrMg=='
	]) {
		writeFileSync(file, own);
		expect(secretOf(folder)).toBe(own);
	}
});

test('what cannot be read as a file stops the start', () => {
	mkdirSync(file);
	expect(() => findSecret(undefined, folder)).toThrow(`The secret in ${file} cannot be read (EISDIR).\n`);
});
