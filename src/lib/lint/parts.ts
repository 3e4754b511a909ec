import type { Interactions, KindName, Of } from '#lib/kinds/index.ts';
import type { Typed } from '#lib/kinds/accept.ts';
import type { Option } from '#lib/kinds/option.ts';
import { BRACES, stretches } from '#lib/kinds/marked.ts';
import { plainText, type Rich } from '#lib/text/rich.ts';
import type { Path } from '#lib/bank/yaml.ts';

/** A text of an item, and where in the item it stands. */
export interface Passage {
	path: Path;
	text: string;
}

/** An option as rules read it. */
export interface ReadOption extends Passage {
	id: string;
	key: boolean;
	why: string;
}

/** Options that are offered together. */
export interface ChoiceSet {
	/** Where the list stands in the item. */
	path: Path;
	/** What they answer, if not the stem. */
	of: 'options' | 'reasons' | 'blank';
	/** Whether several may be chosen. */
	many: boolean;
	shuffled: boolean;
	options: ReadOption[];
}

/** A typed answer. */
export interface ReadTyped extends Pick<Typed, 'accept' | 'slips'> {
	path: Path;
	wrong: string[];
}

/** Why a part is right, or why it tempts. */
export interface Rationale extends Passage {
	/** Whether it is that of a wrong answer. */
	ofDistractor: boolean;
}

/** What an item holds beside its stem, whatever its kind. */
export interface Parts {
	sets: ChoiceSet[];
	typed: ReadTyped[];
	/** Other texts that the learner sees before answering. */
	shown: Passage[];
	rationales: Rationale[];
	/** What is right, in words. */
	key: string[];
}

const NONE: Parts = { sets: [], typed: [], shown: [], rationales: [], key: [] };

type Readers = { [K in KindName]: (interaction: Interactions[K]) => Parts };

const readers: Readers = {
	'single-choice': ({ options, shuffle }) =>
		ofSets([choiceSet(options, ['options'], { of: 'options', many: false, shuffled: shuffle })]),
	'multiple-response': ({ options, shuffle }) =>
		ofSets([choiceSet(options, ['options'], { of: 'options', many: true, shuffled: shuffle })]),
	'true-false-reason': ({ verdict, reasons }) => {
		const parts = ofSets([choiceSet(reasons, ['reasons'], { of: 'reasons', many: false, shuffled: true })]);
		const why = rationale(verdict.why, ['verdict', 'why'], false);
		return { ...parts, rationales: [why, ...parts.rationales] };
	},
	matching: ({ premises, options }) => ({
		...NONE,
		shown: [...labels(premises, 'premises'), ...labels(options, 'options')],
		rationales: premises.map(({ why }, index) => rationale(why, ['premises', index, 'why'], false)),
		key: premises.map(({ text, match }) => `${plainText(text)}: ${textOf(options, match)}`)
	}),
	ordering: ({ elements }) => ({
		...NONE,
		shown: labels(elements, 'elements'),
		rationales: elements.map(({ why }, index) => rationale(why, ['elements', index, 'why'], false)),
		key: elements.map(({ text }) => plainText(text))
	}),
	categorise: ({ categories, elements }) => ({
		...NONE,
		shown: [...labels(categories, 'categories'), ...labels(elements, 'elements')],
		rationales: elements.map(({ why }, index) => rationale(why, ['elements', index, 'why'], false)),
		key: elements.map(({ text, category }) => `${plainText(text)}: ${textOf(categories, category)}`)
	}),
	cloze: ({ text, blanks }) => {
		const all = blanks.map((blank, index): Parts => {
			const path = ['blanks', index];
			if (!('choices' in blank)) return ofTyped(blank, path);
			return ofSets([
				choiceSet(blank.choices, [...path, 'choices'], { of: 'blank', many: false, shuffled: true })
			]);
		});
		return {
			sets: all.flatMap(({ sets }) => sets),
			typed: all.flatMap(({ typed }) => typed),
			shown: [{ path: ['text'], text: withoutMarks(text) }],
			rationales: all.flatMap(({ rationales }) => rationales),
			key: all.flatMap(({ key }) => key)
		};
	},
	'short-text': (interaction) => ofTyped(interaction, []),
	numeric: ({ value, unit, why, near }) => ({
		...NONE,
		shown: unit[0] === undefined ? [] : [{ path: ['unit', 0], text: unit[0] }],
		rationales: [
			rationale(why, ['why'], false),
			...near.map((each, index) => rationale(each.why, ['near', index, 'why'], true))
		],
		key: [String(value)]
	}),
	highlight: ({ passage, spans }) => ({
		...NONE,
		shown: [{ path: ['passage'], text: passage.replaceAll(/[[\]]/g, '') }],
		rationales: spans.map(({ why, key }, index) => rationale(why, ['spans', index, 'why'], !key)),
		key: spans.filter(({ key }) => key).map(({ text }) => text)
	})
};

/** What an item holds beside its stem. */
export function partsOf<K extends KindName>(item: Of<K>): Parts {
	return readers[item.kind](item.interaction);
}

/** The text of a cloze with a gap for each blank. */
export function withoutMarks(text: string): string {
	return stretches(text, BRACES)
		.map((stretch) => ('text' in stretch ? stretch.text : '___'))
		.join('');
}

function ofSets(sets: ChoiceSet[]): Parts {
	const options = sets.flatMap((set) => set.options);
	return {
		...NONE,
		sets,
		rationales: options.map(({ path, why, key }) => ({
			path: [...path.slice(0, -1), 'why'],
			text: why,
			ofDistractor: !key
		})),
		key: options.filter(({ key }) => key).map(({ text }) => text)
	};
}

function ofTyped(typed: Typed, path: Path): Parts {
	return {
		...NONE,
		typed: [{ path, accept: typed.accept, slips: typed.slips, wrong: typed.wrong.map(({ text }) => text) }],
		rationales: [
			rationale(typed.why, [...path, 'why'], false),
			...typed.wrong.map(({ why }, index) => rationale(why, [...path, 'wrong', index, 'why'], true))
		],
		key: typed.accept.slice(0, 1)
	};
}

function choiceSet(
	options: readonly Option[],
	path: Path,
	about: Pick<ChoiceSet, 'of' | 'many' | 'shuffled'>
): ChoiceSet {
	return {
		...about,
		path,
		options: options.map(({ id, text, key, why }, index) => ({
			id,
			key,
			text: plainText(text),
			why: plainText(why),
			path: [...path, index, 'text']
		}))
	};
}

function labels(list: readonly { text: Rich }[], field: string): Passage[] {
	return list.map(({ text }, index) => ({ path: [field, index, 'text'], text: plainText(text) }));
}

function rationale(why: Rich, path: Path, ofDistractor: boolean): Rationale {
	return { path, text: plainText(why), ofDistractor };
}

function textOf(list: readonly { id: string; text: Rich }[], id: string): string {
	return plainText(list.find((label) => label.id === id)?.text ?? '');
}
