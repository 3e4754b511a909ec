import kinds from '../../../messages/kinds/en.json' with { type: 'json' };
import { languageName } from '#lib/bank/translation/language-tag.ts';
import type { KindName } from '#lib/kinds/index.ts';

import type { Severity } from '../rule.ts';

/**
 * The words of a report but for those of the rules, which are English. What one of several is called is given for one and for
 * several, by {@link ReportWords.counted}.
 */
export interface ReportWords {
	/** Of the words, as a tag. */
	language: string;
	/** How many there are of one kind of thing, such as “1 item”. */
	counted: (count: number, noun: 'item' | 'fact' | 'finding' | 'choice' | Severity) => string;
	kind: (kind: KindName) => string;
	back: (title: string) => string;
	heading: (title: string) => string;
	summary: (items: string, facts: string, errors: string, warnings: string, aside: string) => string;
	coverage: {
		heading: string;
		title: string;
		how: string;
		lacking: string;
		asTable: string;
		table: string;
		fact: string;
		name: string;
		claim: string;
		items: string;
		none: string;
		notAsked: string;
	};
	whole: string;
	counts: { heading: string; kind: string; all: string; columns: string; blueprint: string };
	mix: {
		heading: string;
		levels: string;
		difficulty: string;
		target: string;
		level: (name: string) => string;
	};
	places: {
		heading: string;
		shuffled: string;
		of: (choices: string, options: number) => string;
		place: (number: number) => string;
		title: (options: number) => string;
		even: string;
	};
	blind: {
		heading: string;
		how: (gain: string, chance: string) => string;
		title: string;
		mark: string;
		strategy: (name: string, says: string) => string;
	};
	line: (marked: string) => string;
	warned: string;
	found: {
		heading: string;
		/** Where the words of the rules are in another language. */
		foreign: string;
		leftOut: string;
		show: string;
		levels: Record<Severity, string>;
		nothing: string;
		bank: string;
		silent: string;
		needs: Record<string, string>;
		asideHeading: string;
		nothingAside: string;
		aside: string;
		legend: string;
	};
	editions: {
		/** @param language as a tag */
		heading: (language: string) => string;
		complete: string;
		missing: (count: number) => string;
	};
}

/** What the interface calls the kinds: its one message for them, which has a text for each. */
export interface KindMessages {
	kind_name: readonly { match: Readonly<Record<`kind=${KindName}`, string>> }[];
}

/** What calls each kind by its name, from messages of which none may be missing. */
export function kindIn({ kind_name: [names] }: KindMessages): ReportWords['kind'] {
	return (kind) => names?.match[`kind=${kind}`] ?? kind;
}

const nouns = {
	item: 'item',
	fact: 'fact',
	finding: 'finding',
	choice: 'choice',
	error: 'error',
	warning: 'warning',
	info: 'info'
};

export const english: ReportWords = {
	language: 'en',
	counted: (count, noun) => `${count} ${nouns[noun]}${count === 1 ? '' : 's'}`,
	kind: kindIn(kinds),
	back: (title) => `Back to ${title}`,
	heading: (title) => `The questions of ${title}`,
	summary: (items, facts, errors, warnings, aside) =>
		`${items} on ${facts}: ${errors}, ${warnings}, ${aside} set aside with a reason.`,
	coverage: {
		heading: 'Which facts are asked for, and how',
		title: 'Facts against kinds of item; the table below says the same.',
		how: 'Rows are facts, columns kinds. A filled square asks to produce an answer, an open one to recognise it; the number counts items. Facts in grey are not asked for.',
		lacking:
			' An exclamation mark marks facts that lack items: each needs two of two kinds, one of them to produce.',
		asTable: 'The same as a table',
		table: 'Facts and their items',
		fact: 'Fact',
		name: 'Title',
		claim: 'Claim',
		items: 'Items',
		none: 'none',
		notAsked: 'not asked for'
	},
	whole: 'The course as a whole',
	counts: {
		heading: 'Items of each kind',
		kind: 'Kind',
		all: 'All',
		columns: 'Columns are the points; 0 is the course as a whole.',
		blueprint: ' Behind the stroke: the blueprint.'
	},
	mix: {
		heading: 'Levels and difficulties',
		levels: 'What the learner has to do',
		difficulty: 'Difficulty',
		target: 'the target',
		level: (name) => name
	},
	places: {
		heading: 'Where the key is in the files',
		shuffled: 'Learners see the options shuffled; other systems may show them as they are written.',
		of: (choices, options) => `${choices} with ${options} options`,
		place: (number) => `place ${number}`,
		title: (options) => `Places of the key among ${options} options`,
		even: 'an even spread'
	},
	blind: {
		heading: 'What blind guessing earns',
		how: (gain, chance) =>
			`Ways to answer without knowing anything. None should gain more than ${gain} over chance. Over the whole bank, chance earns ${chance}.`,
		title: 'Blind strategies',
		mark: 'what chance earns on the same items',
		strategy: (_, says) => says
	},
	line: (marked) => `The upright line is ${marked}.`,
	warned: ' “!” marks what a rule warns of.',
	found: {
		heading: 'What the rules find',
		foreign: '',
		leftOut: 'What the rules say of an item often tells its answer, so it is left out here.',
		show: 'Show it, with the answers',
		levels: { error: 'Errors', warning: 'Warnings', info: 'Worth a look' },
		nothing: 'No rule finds anything to correct.',
		bank: 'the bank',
		silent: 'Silent:',
		needs: {
			language: 'the checker does not know the language',
			lock: 'no lock of the keys was read',
			shingles: 'no fingerprints of the source were read',
			wording: 'the primer has no wording',
			blueprint: 'the primer has no blueprint'
		},
		asideHeading: 'What is set aside, and why',
		nothingAside: 'No item sets a rule aside.',
		aside: 'Set aside:',
		legend: 'What these rules want, and where they come from'
	},
	editions: {
		heading: (language) => `In ${languageName(language)}`,
		complete: 'No text is missing.',
		missing: (count) => `Not translated (${count})`
	}
};
