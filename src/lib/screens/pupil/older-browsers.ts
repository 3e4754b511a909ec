// What Safari 15 has not, on iPads that are still in schools: a page of a class loads it before anything asks for it. Other
// pages do without it.

/** Adds a method where a browser has none of that name. */
function add(owner: object, name: string, method: (...given: never[]) => unknown): void {
	if (!(name in owner))
		Object.defineProperty(owner, name, { value: method, writable: true, configurable: true });
}

add(Array.prototype, 'toReversed', function (this: unknown[]) {
	return Array.from(this).reverse();
});

add(
	Array.prototype,
	'toSorted',
	function (this: unknown[], compare?: (one: unknown, other: unknown) => number) {
		return Array.from(this).sort(compare);
	}
);

add(Array.prototype, 'toSpliced', function (this: unknown[], ...given: [number, number, ...unknown[]]) {
	const copy = Array.from(this);
	copy.splice(...given);
	return copy;
});

add(Map, 'groupBy', (items: Iterable<unknown>, keyOf: (item: unknown, index: number) => unknown) => {
	const groups = new Map<unknown, unknown[]>();
	for (const [index, item] of Array.from(items).entries()) {
		const key = keyOf(item, index);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
});

export {};
