import { expect, test } from 'vitest';

import { logAsJson } from './log.ts';

function logged(say: (console: Pick<Console, 'log' | 'info' | 'warn' | 'error'>) => void): unknown[] {
	const lines: string[] = [];
	const ignored = (): void => undefined;
	const target = { log: ignored, info: ignored, warn: ignored, error: ignored };
	logAsJson(target, (line) => lines.push(line));
	say(target);
	return lines.map((line) => {
		expect(line.endsWith('\n')).toBe(true);
		return JSON.parse(line) as unknown;
	});
}

test('each message is one line, with its moment and how grave it is', () => {
	const lines = logged((console) => {
		console.log('Five Points is at http://127.0.0.1:4173');
		console.warn('two\nlines');
	});
	expect(lines).toEqual([
		{ time: expect.any(String), level: 'info', message: 'Five Points is at http://127.0.0.1:4173' },
		{ time: expect.any(String), level: 'warning', message: 'two\nlines' }
	]);
});

test('an error comes with where it was thrown, beside what else was said', () => {
	const [line] = logged((console) => console.error('GET', '/quiz', new TypeError('broken')));
	expect(line).toMatchObject({ level: 'error', message: 'GET /quiz TypeError: broken' });
	expect(line).toHaveProperty('stack', expect.stringContaining('log.test.ts'));
});
