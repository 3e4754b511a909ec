import { beforeEach, expect, test, vi } from 'vitest';

import { attemptsInMemory } from './memory/attempts.ts';
import { studyInMemory } from './memory/study.ts';

const loaded = vi.hoisted(() => ({ openAttempts: vi.fn(), openStudy: vi.fn() }));
vi.mock('./open-attempts.ts', () => loaded);
vi.mock('./open-study.ts', () => loaded);

beforeEach(() => {
	vi.resetModules();
});

test.each([
	['attempts', 'openStore', loaded.openAttempts, attemptsInMemory],
	['study', 'openStudyStore', loaded.openStudy, studyInMemory]
] as const)(
	'the device’s store of %s is opened again where it could not be before',
	async (_, name, open, inMemory) => {
		const store = inMemory();
		open.mockRejectedValueOnce(new Error('offline')).mockResolvedValue(store);
		const { [name]: openOnce } = await import('./open.ts');
		await expect(openOnce()).rejects.toThrow('offline');
		expect(await openOnce()).toBe(store);
	}
);
