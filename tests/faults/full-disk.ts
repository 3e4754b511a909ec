import { vi } from 'vitest';

import type { RunningServer } from '../browser/serve.ts';

/** The environment of a server whose disk a test can fill. */
export const FILLABLE = { NODE_OPTIONS: `--import=${new URL('fillable-disk.js', import.meta.url).href}` };

/** Fills the disk of a server that was started with {@link FILLABLE}. */
export function fillDisk(server: RunningServer): Promise<void> {
	return turn(server, 'The disk is full.');
}

/** Makes room on it again. */
export function makeRoom(server: RunningServer): Promise<void> {
	return turn(server, 'There is room again.');
}

async function turn({ id, printed }: RunningServer, words: string): Promise<void> {
	const count = () => printed().split(words).length;
	const before = count();
	process.kill(id, 'SIGUSR2');
	await vi.waitUntil(() => count() > before, { timeout: 30_000 });
}
