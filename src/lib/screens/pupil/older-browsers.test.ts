import { expect, test, vi } from 'vitest';

test('what an old browser lacks is there, and does what it does elsewhere', async () => {
	const list = [3, 1, 2];
	const own = {
		...{ reversed: list.toReversed(), sorted: list.toSorted(), down: list.toSorted((a, b) => b - a) },
		...{ spliced: list.toSpliced(1, 1, 7, 8), groups: [...Map.groupBy(list, (each) => each % 2)] }
	};
	vi.stubGlobal('Map', class extends Map {});
	for (const name of ['toReversed', 'toSorted', 'toSpliced']) Reflect.deleteProperty(Array.prototype, name);
	Object.defineProperty(Map, 'groupBy', { value: undefined, configurable: true });
	Reflect.deleteProperty(Map, 'groupBy');
	await import('./older-browsers.ts');
	expect({
		...{ reversed: list.toReversed(), sorted: list.toSorted(), down: list.toSorted((a, b) => b - a) },
		...{ spliced: list.toSpliced(1, 1, 7, 8), groups: [...Map.groupBy(list, (each) => each % 2)] }
	}).toEqual(own);
	expect(list).toEqual([3, 1, 2]);
	expect(Array.prototype.toSpliced.toString()).not.toContain('native');
	vi.unstubAllGlobals();
});
