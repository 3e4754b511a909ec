import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { PRIMER_FILE } from '#lib/bank/primer.ts';
import type { SourceFile } from '#lib/bank/source-file.ts';
import { dump, load } from 'js-yaml';
import * as v from 'valibot';

const shipped = fileURLToPath(new URL('../../questions/paris-call/', import.meta.url));
const fileSchema = v.object({
	point: v.number(),
	items: v.array(v.looseObject({ id: v.string(), stem: v.string() }))
});

/**
 * A bank of so many items for measuring: the shipped items over and over, each time under another id and with other
 * words in its stem, in as many files as the shipped bank has.
 */
export function generateBank(count: number): SourceFile[] {
	const names = readdirSync(shipped)
		.filter((name) => name.endsWith('.yaml'))
		.sort();
	const text = (name: string) => readFileSync(join(shipped, name), 'utf8');
	const sources = names
		.filter((name) => name !== PRIMER_FILE)
		.map((name) => ({ name, ...v.parse(fileSchema, load(text(name))) }));
	const total = sources.reduce((sum, { items }) => sum + items.length, 0);
	let left = count;
	const files = sources.map(({ name, point, items }, index) => {
		const repeated = Array.from({ length: Math.ceil(count / total) + 1 }, (_, round) =>
			items.map(({ enemies: _enemies, ...item }) => ({
				...item,
				id: `${item.id}-${round}`,
				stem: `${item.stem} Variant ${round}.`
			}))
		).flat();
		const share = index === sources.length - 1 ? left : Math.floor((items.length / total) * count);
		left -= share;
		return {
			name: `generated/${name}`,
			text: dump({ point, items: repeated.slice(0, share) }, { lineWidth: -1, noRefs: true })
		};
	});
	return [{ name: `generated/${PRIMER_FILE}`, text: text(PRIMER_FILE) }, ...files];
}
