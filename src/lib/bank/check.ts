import { flaws, isKindName, kindNames, kinds, type KindName } from '#lib/kinds/index.ts';
import * as v from 'valibot';

import type { Bank } from './bank.ts';
import { commonSchema, itemsFileSchema, type Item, type ItemOf } from './item.ts';
import type { Problem } from './problem.ts';
import { primerSchema, type Primer } from './primer.ts';
import { CheckedFile, type SourceFile } from './source-file.ts';

/** The name of the file that says what a bank is drawn from. */
export const PRIMER_FILE = 'primer.yaml';

/** An item with the place where it was written, for problems that show only when all are known. */
interface Placed {
	item: Item;
	file: CheckedFile;
	at: [string, number];
}

/**
 * Checks the files of one folder and compiles them to a bank.
 *
 * @param id the folder's name, which becomes part of the bank's address
 * @returns every problem found in one pass, and the bank only if there is none
 */
export function checkBank(id: string, files: SourceFile[]): { bank?: Bank; problems: Problem[] } {
	const primerFile = files.find((file) => baseName(file.name) === PRIMER_FILE);
	if (!primerFile) {
		return {
			problems: [
				{
					file: `${id}/${PRIMER_FILE}`,
					message: 'the file is missing',
					fix: 'Write one (questions/README.md shows it), or move the folder elsewhere.'
				}
			]
		};
	}
	const primerChecked = new CheckedFile(primerFile);
	const primer = checkPrimer(id, primerChecked);
	const itemFiles = files.filter((file) => file !== primerFile).map((file) => new CheckedFile(file));
	const placed = itemFiles.flatMap((file) => checkItems(file, primer));
	checkIds(placed);
	if (primer) checkReferences(placed, primer);

	const problems = [primerChecked, ...itemFiles].flatMap((file) => file.problems);
	if (problems.length === 0 && placed.length === 0) {
		problems.push({
			file: `${id}/`,
			message: 'the folder has no item',
			fix: 'Add a file of items; questions/README.md shows one.'
		});
	}
	if (!primer || problems.length > 0) return { problems };
	return { bank: { primer, items: placed.map(({ item }) => item) }, problems };
}

function checkPrimer(id: string, file: CheckedFile): Primer | undefined {
	if (!file.readable) return undefined;
	const compiled = file.check(primerSchema, file.value, []);
	if (!compiled) return undefined;
	const points = new Set<number>([0]);
	compiled.points.forEach((point, index) => {
		if (points.has(point.id)) {
			const fix = 'Number the points from 1, each once.';
			file.report(['points', index, 'id'], { path: [], message: `point ${point.id} stands twice`, fix });
		}
		points.add(point.id);
	});
	const facts = new Set<string>();
	compiled.facts.forEach((fact, index) => {
		if (facts.has(fact.id)) {
			const fix = 'Give each fact its own id.';
			file.report(['facts', index, 'id'], { path: [], message: `the fact “${fact.id}” stands twice`, fix });
		}
		facts.add(fact.id);
		if (!points.has(fact.point)) {
			const fix = `Write one of ${[...points].join(', ')}.`;
			file.report(['facts', index, 'point'], { path: [], message: `there is no point ${fact.point}`, fix });
		}
	});
	return { ...compiled, id };
}

function checkItems(file: CheckedFile, primer: Primer | undefined): Placed[] {
	if (!file.readable) return [];
	const head = file.check(itemsFileSchema, file.value, []);
	if (!head) return [];
	const { point } = head;
	if (primer && point !== 0 && !primer.points.some(({ id }) => id === point)) {
		file.report(['point'], {
			path: [],
			message: `the primer has no point ${point}`,
			fix: `Write one of 0, ${primer.points.map(({ id }) => id).join(', ')}.`
		});
	}
	return head.items.flatMap((raw, index) => {
		const at: [string, number] = ['items', index];
		const item = checkItem(file, raw, at, point);
		return item ? [{ item, file, at }] : [];
	});
}

const anyMapping = v.looseObject({}, 'is not a mapping\nBegin each item with “- id: …”.');
const kindSchema = v.looseObject({ kind: v.picklist(kindNames) });

function checkItem(file: CheckedFile, raw: unknown, at: [string, number], point: number): Item | undefined {
	const mapping = file.check(anyMapping, raw, at);
	if (!mapping) return undefined;
	const subject = typeof mapping['id'] === 'string' ? `“${mapping['id']}”` : '';
	const kind = mapping['kind'];
	if (!isKindName(kind)) {
		file.check(kindSchema, raw, at, subject);
		return undefined;
	}
	return checkItemOf(kind, file, mapping, at, point, subject);
}

function checkItemOf<K extends KindName>(
	kind: K,
	file: CheckedFile,
	mapping: Record<string, unknown>,
	at: [string, number],
	point: number,
	subject: string
): ItemOf<K> | undefined {
	const own: Record<string, unknown> = {};
	const shared: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(mapping)) {
		if (key === 'kind') continue;
		if (key in commonSchema.entries) shared[key] = value;
		else own[key] = value;
	}
	const common = file.check(commonSchema, shared, at, subject);
	const interaction = file.check(kinds[kind].schema, own, at, subject);
	if (!interaction) return undefined;
	const found = flaws(kind, interaction);
	for (const flaw of found) file.report(at, flaw, subject);
	if (!common || found.length > 0) return undefined;
	return { ...common, point, kind, interaction };
}

function checkIds(placed: Placed[]): void {
	const first = new Map<string, Placed>();
	for (const each of placed) {
		const earlier = first.get(each.item.id);
		if (!earlier) {
			first.set(each.item.id, each);
			continue;
		}
		each.file.report(
			[...each.at, 'id'],
			{
				path: [],
				message: `the id “${each.item.id}” is taken already, in ${earlier.file.name}`,
				fix: 'Give this item an id of its own. Ids are permanent: keep the older one as it is.'
			}
		);
	}
}

function checkReferences(placed: Placed[], primer: Primer): void {
	const facts = new Set(primer.facts.map((fact) => fact.id));
	const items = new Set(placed.map(({ item }) => item.id));
	for (const { item, file, at } of placed) {
		const subject = `“${item.id}”`;
		item.facts.forEach((id, index) => {
			if (facts.has(id)) return;
			const fix = `Add it to ${PRIMER_FILE}, or name one that stands there.`;
			file.report(at, { path: ['facts', index], message: `the primer has no fact “${id}”`, fix }, subject);
		});
		item.enemies.forEach((id, index) => {
			if (id !== item.id && items.has(id)) return;
			const message = id === item.id ? 'the item is its own enemy' : `there is no item “${id}”`;
			const fix = 'Name another item of this primer, or leave it out.';
			file.report(at, { path: ['enemies', index], message, fix }, subject);
		});
	}
}

function baseName(file: string): string {
	return file.slice(file.lastIndexOf('/') + 1);
}
