import { flaws, isKindName, kindNames, kinds, type KindName } from '#lib/kinds/index.ts';
import * as v from 'valibot';

import type { Bank } from './bank.ts';
import type { Item, ItemOf } from './item.ts';
import { commonSchema, itemsFileSchema } from './item-schema.ts';
import { locator, type Locate } from './locate.ts';
import type { Problem } from './problem.ts';
import { PRIMER_FILE, primerSchema, type Primer } from './primer.ts';
import { checkIds, checkReferences, type Placed } from './references.ts';
import { CheckedFile, type SourceFile } from './source-file.ts';

/** What became of the files of one folder. */
export interface CheckedBank {
	/** Only where there is no problem. */
	bank?: Bank;
	problems: Problem[];
	/** Where each item of the bank was written. */
	locate?: Locate;
}

/**
 * Checks the files of one folder and compiles them to a bank.
 *
 * @param id the folder's name, which becomes part of the bank's address
 * @returns every problem found in one pass, and the bank only if there is none
 */
export function checkBank(id: string, files: SourceFile[]): CheckedBank {
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
	// Told from what is written, so that one slip in the primer does not hide what is wrong with the items.
	const points = idsIn(primerChecked.value, 'points');
	const facts = idsIn(primerChecked.value, 'facts');
	const placed = itemFiles.flatMap((file) => checkItems(file, points));
	checkIds(placed);
	checkReferences(placed, facts);

	const problems = [primerChecked, ...itemFiles].flatMap((file) => file.problems.toSorted(byPlace));
	if (problems.length === 0 && placed.length === 0) {
		problems.push({
			file: `${id}/`,
			message: 'the folder has no item',
			fix: 'Add a file of items; questions/README.md shows one.'
		});
	}
	if (!primer || problems.length > 0) return { problems };
	const bank = { primer, items: placed.flatMap(({ item }) => item ?? []) };
	return { bank, problems, locate: locator(primerChecked, placed) };
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

/** The ids in a list of the primer as it is written; undefined where there is no such list. */
function idsIn(written: unknown, list: 'points' | 'facts'): unknown[] | undefined {
	const entries = isMapping(written) ? written[list] : undefined;
	return Array.isArray(entries)
		? entries.map((entry: unknown) => (isMapping(entry) ? entry['id'] : undefined))
		: undefined;
}

function checkItems(file: CheckedFile, points: unknown[] | undefined): Placed[] {
	if (!file.readable) return [];
	const head = file.check(itemsFileSchema, file.value, []);
	const point = head?.point ?? 0;
	if (points && point !== 0 && !points.includes(point)) {
		file.report(['point'], {
			path: [],
			message: `the primer has no point ${point}`,
			fix: `Write one of 0, ${points.join(', ')}.`
		});
	}
	const items = isMapping(file.value) ? file.value['items'] : undefined;
	if (!Array.isArray(items)) return [];
	return items.map((raw: unknown, index) => {
		const at: [string, number] = ['items', index];
		return { id: isMapping(raw) ? raw['id'] : undefined, item: checkItem(file, raw, at, point), file, at };
	});
}

const anyMapping = v.custom<Record<string, unknown>>(
	isMapping,
	'is not a mapping\nBegin each item with “- id: …”.'
);
const kindSchema = v.looseObject({ kind: v.picklist(kindNames) });

function isMapping(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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
	const written = Object.entries(mapping).filter(([key]) => key !== 'kind');
	const shared = Object.fromEntries(written.filter(([key]) => isCommon(key)));
	const own = Object.fromEntries(written.filter(([key]) => !isCommon(key)));
	const common = file.check(commonSchema, shared, at, subject);
	const interaction = file.check(kinds[kind].schema, own, at, subject, [
		'kind',
		...Object.keys(commonSchema.entries)
	]);
	if (!interaction) return undefined;
	const found = flaws(kind, interaction);
	for (const flaw of found) file.report(at, flaw, subject);
	if (!common || found.length > 0) return undefined;
	return { ...common, point, kind, interaction };
}

function isCommon(key: string): boolean {
	return Object.hasOwn(commonSchema.entries, key);
}

function byPlace(one: Problem, other: Problem): number {
	return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}

function baseName(file: string): string {
	return file.slice(file.lastIndexOf('/') + 1);
}
