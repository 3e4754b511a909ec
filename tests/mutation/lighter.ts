import type * as FastCheck from 'fast-check';
import { vi } from 'vitest';

// Every change is tried with every property that reaches it; a hundred runs of each find nearly as much as thousands.
// The seed is always the same, so that a change noticed once is noticed again.
vi.mock('fast-check', async (original) => {
	const { default: fc, ...named } = await original<typeof FastCheck>();
	const assert = <T>(property: FastCheck.IRawProperty<T>, options?: FastCheck.Parameters<T>) =>
		fc.assert(property, { seed: 1, ...options, numRuns: Math.min(100, options?.numRuns ?? 100) });
	// Its own table of all characters is computed again for each file of tests, which takes longer than most of them.
	const anySign = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
	const string = (options?: FastCheck.StringConstraints) =>
		fc.string(options?.unit === 'binary' ? { ...options, unit: anySign } : options);
	return { ...named, assert, string, default: { ...fc, assert, string } };
});
