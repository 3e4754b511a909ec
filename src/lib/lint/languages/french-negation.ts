import { withoutElision, wordsOf } from '../words.ts';

/** They negate only together with “ne”: “un pas vers la paix” and “plus que jamais” do not. */
const WITH_NE = [
	'pas',
	'point',
	'guère',
	'jamais',
	'aucun',
	'aucune',
	'nul',
	'nulle',
	'rien',
	'ni',
	'personne'
];

/** These negate, or ask for what is not so, by themselves. */
const ALONE = [
	...['sauf', 'excepté', 'hormis', 'faux', 'fausse', 'inexact', 'inexacte', 'incorrect', 'incorrecte'],
	...['à l’exception', 'le moins']
];

/** Each in the form in which it is searched among the words of a clause. */
const ALONE_BY_WORDS = ALONE.map((phrase) => ({ phrase, words: ` ${wordsOf(phrase, 'fr').join(' ')} ` }));

/** Every word that may make the difference between a sentence and its opposite. */
export const frenchNegations: readonly string[] = ['non', ...WITH_NE, ...ALONE];

/** Before these, “pas” is a step. */
const DETERMINERS = ['un', 'le', 'ce', 'chaque', 'premier', 'deux', 'quelques', 'grand', 'petit'];

/** After these, or before those, “non” belongs to a word and not to the sentence. */
const BEFORE_NON = ['ou', 'et'];
const AFTER_NON = /^(?:étatique|gouvernemental|gouvernementaux|contraignant|lucratif|membre|aligné|officiel)/;

/** The negation of a French sentence, if it has one. “Ne” alone negates nothing: “n’est que” says “is only”. */
export function frenchNegationIn(text: string): string | undefined {
	return text
		.split(/[.;:?!]/)
		.map(negationOfClause)
		.find((word) => word !== undefined);
}

function negationOfClause(clause: string): string | undefined {
	// Look for negations before dropping elisions: “ne” is elided more often than not.
	const words = wordsOf(clause, 'fr');
	const hasNe = words.some((word) => word === 'ne' || word.startsWith("n'"));
	const padded = ` ${words.join(' ')} `;
	const alone = ALONE_BY_WORDS.find((each) => padded.includes(each.words));
	if (alone !== undefined) return alone.phrase;
	return words.find((word, index) => {
		const [before = '', after = ''] = [words[index - 1], words[index + 1]];
		if (word === 'non') return !BEFORE_NON.includes(before) && !AFTER_NON.test(after);
		return hasNe && WITH_NE.includes(word) && !(word === 'pas' && isStep(before));
	});
}

/** Whether “pas” is a step behind this word. */
function isStep(before: string): boolean {
	return DETERMINERS.includes(withoutElision(before));
}
