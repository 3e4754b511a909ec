import { tmpdir } from 'node:os';
import { basename, dirname } from 'node:path';

import { expect, test } from 'vitest';

import { ownData, ownQuestions, readConfiguration } from './configuration.ts';

test('by default the app is for this machine alone, with its own questions', () => {
	const plain = {
		data: ownData,
		host: '127.0.0.1',
		port: 4173,
		questions: ownQuestions,
		trustProxy: false
	};
	expect(readConfiguration({})).toEqual(plain);
	expect(readConfiguration({ DATA: '', HOST: '', PORT: '', QUESTIONS: '', TRUST_PROXY: '' })).toEqual(plain);
});

test('each variable is taken over', () => {
	expect(
		readConfiguration({ DATA: '/kept', HOST: '::1', PORT: '0', QUESTIONS: tmpdir(), TRUST_PROXY: '1' })
	).toEqual({
		data: '/kept',
		host: '::1',
		port: 0,
		questions: tmpdir(),
		trustProxy: true
	});
});

test('a relative folder begins where npm was called', () => {
	const named = basename(tmpdir());
	const environment = { INIT_CWD: dirname(tmpdir()), QUESTIONS: named, DATA: named };
	expect(readConfiguration(environment)).toMatchObject({ questions: tmpdir(), data: tmpdir() });
});

test.each(['http://localhost', 'a b', '-', '127.0.0.1:80'])('HOST=%s is refused', (HOST) => {
	expect(readConfiguration({ HOST })).toEqual({
		problems: [`HOST=${HOST} is neither a host name nor an address. Write HOST=0.0.0.0, for example.`]
	});
});

test.each(['80a', '-1', '65536', '4173.5', '1e3', ' 80'])('PORT=%s is refused', (PORT) => {
	expect(readConfiguration({ PORT })).toEqual({
		problems: [`PORT=${PORT} is not a port. Write a whole number from 0 to 65535, such as PORT=4173.`]
	});
});

test('all problems are told at once', () => {
	const found = readConfiguration({
		HOST: '/',
		PORT: 'x',
		QUESTIONS: import.meta.filename,
		TRUST_PROXY: 'yes'
	});
	expect(found).toEqual({
		problems: [
			expect.stringContaining('HOST=/'),
			expect.stringContaining('PORT=x'),
			expect.stringContaining(`QUESTIONS names no folder: ${import.meta.filename}`),
			expect.stringContaining('TRUST_PROXY=yes')
		]
	});
});
