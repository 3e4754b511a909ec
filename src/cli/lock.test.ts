import { rmSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { call, courseCopy } from './fixtures.ts';

const course = courseCopy();

beforeEach(course.make);
afterEach(course.remove);

const LOCK = 'items.lock.json';
const command = (name: string) => call(name, course.path('questions'));

/** Makes the second option of the first single choice its key. */
function swapKey(): void {
	course.change('1-what-it-is.yaml', /(?<=\n {6}- id: call\n {8}text: .+)\n {8}key: true/, '');
	course.change('1-what-it-is.yaml', /(?<=\n {6}- id: code\n)/, '        key: true\n');
}

describe('five-points lock', () => {
	test('writes down what is there, and the same again the second time', async () => {
		const before = course.read(LOCK);
		rmSync(course.file(LOCK));
		const { status, stdout } = await command('lock');
		expect([status, stdout]).toEqual([
			0,
			expect.stringMatching(/^paris-call\/items\.lock\.json: \d+ items locked\.\n$/)
		]);
		expect(course.read(LOCK)).toBe(before);
	});

	test('refuses a key that has changed in silence, and takes it with a new revision', async () => {
		swapKey();
		const before = course.read(LOCK);
		const refused = await command('lock');
		expect(refused.status).toBe(1);
		expect(refused.stdout).toMatch(
			/1-what-it-is\.yaml:\d+:\d+: “call-title” rev: its key has changed since it was locked \(S-01\)\n {4}Undo the change; or, if the new key is meant, write “rev: 2” and run “npx five-points lock”\.\n\nNothing was locked\.\n$/
		);
		expect(course.read(LOCK)).toBe(before);
		expect((await command('check')).stdout).toContain('its key has changed since it was locked (S-01)');
		course.change('1-what-it-is.yaml', 'id: call-title\n', 'id: call-title\n    rev: 2\n');
		expect((await command('lock')).status).toBe(0);
		expect(course.read(LOCK)).not.toBe(before);
		expect((await command('check')).stdout).not.toContain('S-01');
	});

	test('refuses to forget an item', async () => {
		course.change(LOCK, '"items": {', '"items": { "gone-since": { "rev": 1, "key": "0" },');
		const { status, stdout } = await command('lock');
		expect(status).toBe(1);
		expect(stdout).toContain('the item “gone-since”, which is in items.lock.json, is gone (S-01)');
	});

	test('forgets an item that is retired, whose id nobody else may take', async () => {
		course.change(LOCK, '"items": {', '"items": { "gone-since": { "rev": 1, "key": "0" },');
		course.change('1-what-it-is.yaml', 'retired: [', 'retired: [gone-since, ');
		expect((await command('lock')).status).toBe(0);
		expect(course.read(LOCK)).not.toContain('gone-since');
		course.change('2-who-backed-it.yaml', /(?<=\n {2}- id: )[\w-]+(?=\n {4}kind)/, 'gone-since');
		expect((await command('check')).stdout).toContain(
			'the id “gone-since” is retired, as “retired” in paris-call/1-what-it-is.yaml says'
		);
	});

	test('locks nothing where the questions have a problem', async () => {
		writeFileSync(course.file('primer.yaml'), 'title: x');
		const { status, stdout } = await command('lock');
		expect([status, stdout]).toEqual([1, expect.stringMatching(/Nothing was locked\.\n$/)]);
	});

	test('takes one folder', async () => {
		const { status, stderr } = await call('lock', 'a', 'b');
		expect([status, stderr]).toEqual([2, expect.stringContaining('“lock” takes one folder.')]);
	});
});
