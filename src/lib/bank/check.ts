import * as v from 'valibot';

import { idSchema } from '#lib/kinds/option.ts';
import { isMapping } from '#lib/text/mapping.ts';

import { isGuideFile, isPrimerFile, PRIMER_FILE } from './course-files.ts';
import type { Bank } from './bank.ts';
import { checkGuide, isGuideOfAnother } from './check-guide.ts';
import { checkItem } from './check-item.ts';
import { remedyOfCopy } from './copied.ts';
import { checkPrimer } from './check-primer.ts';
import {
	areIdsKnown,
	checkStimuli,
	checkStimuliFit,
	stimuliById,
	type PlacedStimulus
} from './check-stimuli.ts';
import { itemsFileSchema } from './item-schema.ts';
import { withKnownWords } from './known-words.ts';
import { locator, type Locate } from './locate.ts';
import { checkPlaces, checkPlacing } from './picture-references.ts';
import type { Problem } from './problem.ts';
import { checkIds, checkReferences, type Placed, type Retired } from './references.ts';
import { nothingToStudy, withKept } from './serving.ts';
import { CheckedFile, MOST_PROBLEMS, type SourceFile } from './source-file.ts';
import { shareForms } from './translation/share-forms.ts';
import { checkTranslation, type Edition, type TranslationFolder } from './translation/check-translation.ts';

/** What checking the files of one folder found. */
export interface CheckedBank {
	/** Only if there is no problem. */
	bank?: Bank;
	problems: Problem[];
	/** Where each item of the bank was written. */
	locate?: Locate;
	/** The bank in other languages, in the order of their tags. */
	editions: Edition[];
}

/**
 * Checks the files of one folder and compiles them to a bank.
 *
 * @param id the folder's name, which becomes part of the bank's address
 * @param folders the translations in the folder
 * @returns every problem found in one pass, and the bank only if there is none
 */
export function checkBank(
	id: string,
	files: SourceFile[],
	folders: readonly TranslationFolder[] = []
): CheckedBank {
	const primerFile = files.find(({ name }) => isPrimerFile(name));
	if (!primerFile) {
		return {
			problems: [
				{
					file: `${id}/${PRIMER_FILE}`,
					message: 'the file is missing',
					fix: 'Write one (questions/README.md shows it), or move the folder elsewhere.'
				}
			],
			editions: []
		};
	}
	const primerChecked = new CheckedFile(primerFile);
	const primer = primerChecked.readable ? checkPrimer(id, primerChecked, primerChecked.value) : undefined;
	// Taken from what is written, so that one mistake in the primer does not hide what is wrong with the
	// items.
	const points = idsIn(primerChecked.value, 'points');
	const facts = idsIn(primerChecked.value, 'facts');
	const guideFile = files.find(({ name }) => isGuideFile(name));
	const sources = files.filter((file) => file !== primerFile && file !== guideFile);
	const { itemFiles, placed, stimuli, retired, isFull } = checkItemFiles(sources, points);
	const checked = [primerChecked, ...itemFiles];
	if (isFull) {
		const problems = checked.flatMap((file) => file.problemsInOrder());
		return { problems: [...problems, ...leftOut(id, sources.length - itemFiles.length)], editions: [] };
	}
	checkIds(placed, retired);
	checkStimuliFit(stimuli, placed);
	const isWhole =
		itemFiles.every(({ value }) => isMapping(value) && Array.isArray(value['items'])) &&
		placed.every(({ id }) => v.is(idSchema, id));
	checkReferences(placed, facts, isWhole);
	if (primer) {
		checkPlaces(placed, primerChecked.value);
		checkPlacing(placed, primer);
	}

	const problems = checked.flatMap((file) => file.problemsInOrder());
	if (problems.length === 0 && placed.length === 0) {
		problems.push({
			file: `${id}/`,
			message: 'the folder has no item',
			fix: 'Add a file of items; questions/README.md shows one.'
		});
	}
	const sound =
		primer && problems.length === 0
			? withKept({ primer, items: placed.flatMap(({ item }) => item ?? []), languages: [] })
			: undefined;
	if (sound) problems.push(...nothingToStudy(sound, primerFile.name));
	const guideChecked = guideFile && new CheckedFile(guideFile);
	const guideIsOfAnother =
		isWhole && isGuideOfAnother(guideChecked?.value, new Set(placed.map((each) => each.id)));
	const guide =
		guideChecked?.readable && !guideIsOfAnother
			? checkGuide(guideChecked, guideChecked.value, sound)
			: undefined;
	problems.push(...(guideChecked?.problemsInOrder() ?? []));
	const original = sound && {
		...sound,
		...(guide && { guide }),
		...(retired.length > 0 && { retired: retired.map((each) => each.id) })
	};
	const written = {
		...{ id, primer: primerChecked, isPrimerSound: primer !== undefined, placed, isWhole },
		...{ stimuli, areStimuliWhole: itemFiles.every(areIdsKnown) },
		...(guideChecked && guide && { guide: guideChecked })
	};
	const translations = folders.map((folder) => checkTranslation(folder, written, original));
	problems.push(...translations.flatMap((translation) => translation.problems));
	problems.push(
		...copied(
			folders.flatMap(({ name }, index) => (translations[index]?.isOfAnother ? `${name}/` : [])),
			guideIsOfAnother ? guideFile?.name : undefined
		)
	);
	const editions = translations.flatMap(({ edition }) => edition ?? []);
	if (!original || problems.length > 0) return { problems, editions: [] };
	const languages = [original.primer.language, ...editions.map(({ bank }) => bank.primer.language)];
	const [bank = original, ...others] = shareForms([
		original,
		...editions.map((edition) => withKept(edition.bank))
	]).map(withKnownWords);
	return {
		bank: { ...bank, languages },
		problems,
		locate: locator(primerChecked, primerChecked.value, placed, stimuli),
		editions: editions.map((edition, index) => ({
			...edition,
			bank: { ...(others[index] ?? edition.bank), languages }
		}))
	};
}

/** The ids in a list of the primer as it is written; undefined if some cannot be read. */
function idsIn(written: unknown, list: 'points' | 'facts'): unknown[] | undefined {
	const entries = isMapping(written) ? written[list] : undefined;
	if (!Array.isArray(entries)) return undefined;
	const ids = entries.map((entry: unknown) => (isMapping(entry) ? entry['id'] : undefined));
	const isWhole = ids.every((id) => typeof id === (list === 'points' ? 'number' : 'string'));
	return isWhole && new Set(ids).size === ids.length ? ids : undefined;
}

/** Checks files of items one after the other, and stops once very much is wrong. */
function checkItemFiles(
	sources: readonly SourceFile[],
	points: unknown[] | undefined
): {
	itemFiles: CheckedFile[];
	placed: Placed[];
	stimuli: PlacedStimulus[];
	retired: Retired[];
	isFull: boolean;
} {
	const itemFiles: CheckedFile[] = [];
	const placed: Placed[][] = [];
	const stimuli: PlacedStimulus[][] = [];
	const retired: Retired[][] = [];
	let found = 0;
	for (const source of sources) {
		if (found >= MOST_PROBLEMS) break;
		const file = new CheckedFile(source);
		itemFiles.push(file);
		if (file.readable) {
			const own = checkStimuli(file);
			stimuli.push(own);
			placed.push(checkItems(file, points, own));
			retired.push(retiredIn(file));
		}
		found += file.problems.length;
	}
	return {
		itemFiles,
		placed: placed.flat(),
		stimuli: stimuli.flat(),
		retired: retired.flat(),
		isFull: found >= MOST_PROBLEMS
	};
}

/** The ids that a file of items says are retired, as far as they can be read. */
function retiredIn({ name, value }: CheckedFile): Retired[] {
	const written: unknown = isMapping(value) ? value['retired'] : undefined;
	if (!Array.isArray(written)) return [];
	return written.flatMap((id: unknown) => (typeof id === 'string' ? [{ id, file: name }] : []));
}

/** A single problem for everything left over when a course began as a copy of another. */
function copied(folders: readonly string[], guide: string | undefined): Problem[] {
	const [first, ...more] = folders;
	const fix = remedyOfCopy('write the ids of this course’s items.', folders);
	if (first !== undefined) {
		const which =
			more.length > 0 ? `translations here and in ${more.join(', ')} belong` : 'translation belongs';
		const message = `the ${which} to another course: hardly any of its items is in this one`;
		return [{ file: first, message, fix }];
	}
	if (guide === undefined) return [];
	const message = 'the guide belongs to another course: hardly any of the items that it names is in this one';
	return [{ file: guide, message, fix }];
}

function leftOut(id: string, files: number): Problem[] {
	const message = `${files} more ${files === 1 ? 'file was' : 'files were'} not checked`;
	return files === 0 ? [] : [{ file: `${id}/`, message, fix: 'Correct those before, and check again.' }];
}

function checkItems(
	file: CheckedFile,
	points: unknown[] | undefined,
	stimuli: readonly PlacedStimulus[]
): Placed[] {
	const head = file.check(itemsFileSchema, file.value, []);
	const point = head?.point ?? 0;
	// That a primer has no point at all is told of the primer.
	if (points && points.length > 0 && point !== 0 && !points.includes(point)) {
		file.report(['point'], {
			path: [],
			message: `the primer has no point ${point}`,
			fix: `Write one of 0, ${points.join(', ')}.`
		});
	}
	const items: unknown = isMapping(file.value) ? file.value['items'] : undefined;
	if (!Array.isArray(items)) return [];
	const placed: Placed[] = [];
	const home = { point, stimuli: stimuliById(stimuli) };
	for (let index = 0; index < items.length; index++) {
		const raw: unknown = items[index];
		if (file.isFull) {
			file.leaveUnchecked(items.length - index);
			break;
		}
		const at: [string, number] = ['items', index];
		const id = isMapping(raw) ? raw['id'] : undefined;
		placed.push({ id, raw, item: checkItem(file, raw, at, home), file, at });
	}
	return placed;
}
