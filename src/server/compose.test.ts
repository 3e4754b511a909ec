import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';

import { ITEMS, PRIMER } from '#lib/bank/fixtures.ts';
import { setupOf } from '#lib/classroom/fixtures.ts';
import { createClass } from '#lib/server/live/create.ts';

import { compose, type Composition, type Manner } from './compose.ts';
import { readConfiguration, type Environment } from './configuration.ts';
import { CannotStart } from './handler.ts';
import { waitFor } from '../../tests/wait-for.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'five-points-'));
	const made = folder;
	// After what is still open in it.
	onTestFinished(() => rmSync(made, { recursive: true }));
	writeCourse('questions/course');
});

function writeCourse(path: string, items = ITEMS): void {
	mkdirSync(join(folder, path), { recursive: true });
	writeFileSync(join(folder, path, 'primer.yaml'), PRIMER);
	writeFileSync(join(folder, path, '1.yaml'), items);
}

async function composed(environment: Environment = {}, manner: Partial<Manner> = {}): Promise<Composition> {
	const own = { DATA: join(folder, 'data'), QUESTIONS: join(folder, 'questions') };
	const configuration = readConfiguration({ ...own, ...environment });
	if ('problems' in configuration) throw new Error(configuration.problems.join('\n'));
	const made = await compose(configuration, { isWatched: false, mayBeEmpty: false, ...manner });
	onTestFinished(made.close);
	return made;
}

const names = ({ services }: Composition) => services().library.courses.map((course) => course.folder);

test('all that is configured is made once: the exams of two requests are kept in one place', async () => {
	const made = await composed({ KEEP_DAYS: '7', SECRET: 'correct horse battery staple, and more' });
	expect(made.services()).toMatchObject({
		isWatched: false,
		keepDays: 7,
		secret: 'correct horse battery staple, and more'
	});
	const bank = made.services().library.find('course');
	if (!bank) throw new Error('There is no course.');
	const form = {
		...{ primer: 'course', seed: 's', behaviour: 'exam' as const },
		...{ items: ['first'], minutes: 5, extraTime: 1 }
	};
	const { id } = await made.services().exams.begin(form);
	expect(await made.services().exams.look(id, bank)).toMatchObject({ sitting: { id } });
});

test('two requests share a bus, the store is asked whether it is well, and both end with the process', async () => {
	const made = await composed();
	const { bus, storesState } = made.services();
	const heard = vi.fn();
	bus.listen('a', heard);
	made.services().bus.tell({ classId: 'a', about: { type: 'answers' } });
	await waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
	expect(await storesState()).toBe('ok');
	await made.close();
	expect(await storesState()).toBe('unavailable');
	bus.tell({ classId: 'a', about: { type: 'pupils' } });
	await new Promise(setImmediate);
	expect(heard).toHaveBeenCalledTimes(1);
});

test('a request has the library of its beginning, and the next one that which took its place', async () => {
	const made = await composed();
	writeCourse('others/another');
	const before = made.services();
	await made.library.replace(join(folder, 'others'));
	expect(before.library.courses.map((course) => course.folder)).toEqual([join(folder, 'questions/course')]);
	expect(names(made)).toEqual([join(folder, 'others/another')]);
});

test('a class is kept for as long as it is said, over a restart, and no longer', async () => {
	const first = await composed({ KEEP_DAYS: '2' });
	const bank = first.services().library.find('course');
	const setup = setupOf({ primer: 'course', items: bank?.items.map(({ id }) => id) ?? [] });
	const made = await createClass(first.services().live, { setup }, '');
	if (typeof made !== 'object') throw new Error(`No class was made: ${made}`);
	const old = { id: 'old', code: 'old', setup, createdAt: Date.now() - 3 * 86_400_000, hostKeyHash: '' };
	await first.services().live.services.classes.create(old);
	await first.close();
	const { live } = (await composed({ KEEP_DAYS: '2' })).services();
	await waitFor(async () => expect(await live.services.classes.load('old')).toBeUndefined());
	expect((await live.classes.open(made.id))?.kept.code).toBe(made.code);
});

test('what whoever starts the server can mend stops the start with a word on it', async () => {
	writeCourse('questions/course', 'items: [');
	const refused = composed();
	await expect(refused).rejects.toBeInstanceOf(CannotStart);
	await expect(refused).rejects.toThrow(/^The questions have one problem; nothing was started\./);
	writeCourse('questions/course');
	await expect(composed({ SECRET: 'a' })).rejects.toThrow(CannotStart);
	await expect(composed({ SECRET: 'a' })).rejects.toThrow('SECRET has 1 character');
});

test('a start may go on without any course, as where an author is just mending one, and says what is wrong', async () => {
	const logged = vi.spyOn(console, 'error').mockReturnValue();
	onTestFinished(() => logged.mockRestore());
	writeCourse('questions/course', 'items: [');
	const made = await composed({}, { mayBeEmpty: true });
	expect(names(made)).toEqual([]);
	expect(logged.mock.calls).toEqual([[expect.stringContaining('The course “course” is not served.')]]);
});

test('once it is closed, another can use the same folder', async () => {
	const first = await composed();
	await expect(composed()).rejects.toThrow('Another Five Points is using');
	await first.close();
	expect(names(await composed())).toEqual([join(folder, 'questions/course')]);
});
