import { isMapping } from '#lib/text/mapping.ts';

import { GUIDE_FILE, isGuideFile, isPrimerFile, PRIMER_FILE } from '../course-files.ts';
import type { Bank } from '../bank.ts';
import { checkGuide } from '../check-guide.ts';
import { checkItem } from '../check-item.ts';
import { checkPrimer } from '../check-primer.ts';
import { checkStimulus, type PlacedStimulus } from '../check-stimuli.ts';
import { isOfAnother } from '../copied.ts';
import type { Guide } from '../guide.ts';
import type { Item } from '../item.ts';
import { locator, type Locate, type PlacedPart, type Placing } from '../locate.ts';
import type { Problem } from '../problem.ts';
import type { Primer } from '../primer.ts';
import type { Placed } from '../references.ts';
import { CheckedFile, type SourceFile } from '../source-file.ts';
import type { Stimulus } from '../stimulus.ts';
import type { Path } from '../yaml.ts';
import { told } from './entries.ts';
import { Gaps } from './gaps.ts';
import { isSameLanguage } from './language-tag.ts';
import { merge } from './merge.ts';
import { lacksAsked } from './missing.ts';
import { withTitleLanguage, withTitleLanguages } from './title-languages.ts';
import { entriesOf, hasItems, type TranslatedEntry } from './translated-entries.ts';
import { TranslatedPart } from './translated-part.ts';

/** A folder within that of a primer, named by a language, with texts in that language. */
export interface TranslationFolder {
	/** Its tag, which is the folder's name. */
	language: string;
	/** As the author knows the folder: `paris-call/fr`. */
	name: string;
	files: SourceFile[];
}

/** The files of an original, as far as they can be read. */
export interface Original {
	/** The name of its folder. */
	id: string;
	primer: CheckedFile;
	/** Whether the primer passed its schema: its faults are not reported again for its translations. */
	isPrimerSound: boolean;
	placed: readonly Placed[];
	stimuli: readonly PlacedStimulus[];
	/** Whether the ids of all its stimuli are known. */
	areStimuliWhole: boolean;
	/** Whether the ids of all its items are known. */
	isWhole: boolean;
	/** The guide for its teachers, if there is a sound one. */
	guide?: CheckedFile;
}

/** A bank in a language other than its original. */
export interface Edition {
	bank: Bank;
	/** The folder that it was written in, as the author knows it: `paris-call/fr`. */
	folder: string;
	/** Where its texts are in the files of the translation. */
	locate: Locate;
	/** The texts without a translation, which the original's replace. */
	missing: Problem[];
}

/**
 * Checks a translation and puts the edition together. Everything in the translation has to belong to the
 * original, and the result has to pass the same schemas as the original.
 *
 * @param bank the compiled original, if it is sound; without it, only what belongs to what is checked
 * @returns `isOfAnother` if it translates another course; nothing else is then reported
 */
export function checkTranslation(
	folder: TranslationFolder,
	original: Original,
	bank: Bank | undefined
): { edition?: Edition; problems: Problem[]; isOfAnother?: true } {
	const from = bank?.primer.language;
	if (from !== undefined && isSameLanguage(from, folder.language)) {
		const message = `the primer itself is in this language (${from})`;
		const fix = 'Write its texts in the files of the primer, and delete the folder.';
		return { problems: [{ file: `${folder.name}/`, message, fix }] };
	}
	const files = folder.files.map((file) => new CheckedFile(file));
	if (original.isWhole && translatesAnother(files, original)) return { problems: [], isOfAnother: true };
	const primerFile = files.find(({ name }) => isPrimerFile(name));
	const gaps = new Gaps(folder, from ?? '');
	const primer = primerOf(original, primerFile, bank, gaps);
	const guideFile = files.find(({ name }) => isGuideFile(name));
	const guide = guideOf(original, guideFile, bank, gaps);
	const itemFiles = files.filter((file) => file !== primerFile && file !== guideFile && hasItems(file));
	const { placed: all, stimuli: shared, isWhole } = original;
	const stimulusEntries = entriesOf(itemFiles, 'stimuli', {
		placed: shared,
		isWhole: original.areStimuliWhole
	});
	const stimuli = shared.map((each) => stimulusIn(each, stimulusEntries.get(each), from, gaps));
	const translated = new Map(stimuli.flatMap(({ stimulus }) => (stimulus ? [[stimulus.id, stimulus]] : [])));
	const entries = entriesOf(itemFiles, 'items', { placed: all, isWhole });
	const items = all.map((placed) => itemOf(placed, entries.get(placed), { from, translated }, gaps));

	const problems = files.flatMap((file) => file.problemsInOrder());
	if (problems.length > 0 || !bank || !primer) return { problems };
	return {
		edition: {
			bank: {
				primer: withTitleLanguages({ ...primer.primer, language: folder.language }, bank.primer),
				items: items.flatMap(({ item }) => item ?? []),
				languages: [],
				...(guide && { guide })
			},
			folder: folder.name,
			locate: locator(
				primer.placing,
				original.primer.value,
				items.map(({ part }) => part),
				stimuli.map(({ part }) => part)
			),
			missing: gaps.found
		},
		problems
	};
}

function translatesAnother(files: readonly CheckedFile[], { placed }: Original): boolean {
	const known = new Set(placed.map(({ id }) => id));
	const ids = files.flatMap(({ value }) => {
		const items = isMapping(value) ? value['items'] : undefined;
		return Array.isArray(items)
			? items.map((item: unknown) => (isMapping(item) ? item['id'] : undefined))
			: [];
	});
	return isOfAnother(ids, (id) => known.has(id));
}

function primerOf(
	{ id, primer: written, isPrimerSound }: Original,
	file: CheckedFile | undefined,
	bank: Bank | undefined,
	gaps: Gaps
): { primer: Primer; placing: Placing } | undefined {
	if (!file) {
		gaps.file(PRIMER_FILE);
		return bank && { primer: withoutWording(bank.primer), placing: written };
	}
	if (!file.readable || !isPrimerSound) return undefined;
	const { value, faults, missing } = merge(written.value, file.value);
	for (const fault of faults) file.report([], fault);
	const part = new TranslatedPart(file, [], written.value, file.value);
	const primer = bank && checkPrimer(id, part, value);
	for (const path of missing) gaps.text(part, path);
	const hasWording = !missing.some(([key]) => key === 'wording');
	return primer && { primer: hasWording ? primer : withoutWording(primer), placing: part };
}

function guideOf(
	{ guide: written, isWhole }: Original,
	file: CheckedFile | undefined,
	bank: Bank | undefined,
	gaps: Gaps
): Guide | undefined {
	if (!file) {
		if (written) gaps.file(GUIDE_FILE);
		return bank?.guide;
	}
	if (!file.readable) return undefined;
	if (!written) {
		// A fault in the original is told there.
		if (bank && isWhole) {
			const fix = `Write ${GUIDE_FILE} beside the primer too, or delete this one.`;
			file.report([], { path: [], message: 'the original has no such file', fix });
		}
		return undefined;
	}
	const { value, faults, missing } = merge(written.value, file.value);
	for (const fault of faults) file.report([], fault);
	const part = new TranslatedPart(file, [], written.value, file.value);
	for (const path of missing) gaps.text(part, path);
	return checkGuide(part, value, bank);
}

/** The words that the checker looks for are those of one language. */
function withoutWording({ wording: _, ...primer }: Primer): Primer {
	return primer;
}

function itemOf(
	placed: Placed,
	entry: TranslatedEntry | undefined,
	{ from, translated }: { from: string | undefined; translated: ReadonlyMap<string, Stimulus> },
	gaps: Gaps
): { item: Item | undefined; part: PlacedPart } {
	const { id, raw, item: original } = placed;
	const inOriginal = original && from !== undefined ? { ...original, language: from } : undefined;
	if (!entry) {
		gaps.item(placed);
		return { item: inOriginal, part: placed };
	}
	if (!original) return { item: undefined, part: placed };
	const { file, at, written } = entry;
	const { value, faults, missing } = merge(raw, written, 'id');
	const subject = `“${told(id)}”`;
	for (const fault of faults) file.report(at, fault, subject);
	const part = new TranslatedPart(file, at, raw, written);
	const home = { point: original.point, stimuli: translated };
	const item = from === undefined ? undefined : checkItem(part, value, [], home);
	// A question half in one language and half in another can be neither read nor given a language.
	const lacksStimulus = original.stimulus !== undefined && !translated.has(original.stimulus.id);
	const isHalf = lacksStimulus || missing.some((path: Path) => lacksAsked(raw, path));
	for (const path of missing) gaps.text(part, path, subject, isHalf);
	return { item: isHalf ? inOriginal : item, part: { id, file: part, at: [] } };
}

/** A stimulus in the language of the translation; none if a part of it is missing. */
function stimulusIn(
	placed: PlacedStimulus,
	entry: TranslatedEntry | undefined,
	from: string | undefined,
	gaps: Gaps
): { stimulus?: Stimulus; part: PlacedPart } {
	const { id, raw, stimulus: original } = placed;
	if (!entry) gaps.stimulus(placed);
	if (!entry || !original) return { part: placed };
	const { file, at, written } = entry;
	const { value, faults, missing } = merge(raw, written, 'id');
	const subject = `“${told(id)}”`;
	for (const fault of faults) file.report(at, fault, subject);
	const part = new TranslatedPart(file, at, raw, written);
	const checked = checkStimulus(part, value, [], id);
	const source = checked?.source && withTitleLanguage(checked.source, original.source, from);
	const stimulus = checked && { ...checked, ...(source && { source }) };
	for (const path of missing) gaps.text(part, path, subject, true);
	const found = stimulus && missing.length === 0 ? { stimulus } : {};
	return { ...found, part: { id, file: part, at: [] } };
}
