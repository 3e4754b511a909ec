import type { Interaction, Pair } from './interaction.ts';
import { decimal } from './decimal.ts';

/** How a format that uses these delimiters differs from another. */
interface Style {
	/** The language of what is typed and accepted, as a tag. */
	language: string;
	/** The longest text in a fill-in or a step, in UTF-16 units. */
	longest: number;
}

/**
 * The right answers and the given one as SCORM 2004 4th edition and xAPI write them: `[,]` between parts, `[.]` inside a
 * pair, `[:]` inside a range (SCORM 2004 4th ed. RTE 4.1.1.6 and 4.2.9; xAPI 1.0.3, part 2, 2.4.4.1 and appendix C).
 */
export interface Patterns {
	/** Each stands for an answer that is right. */
	right: string[];
	given: string;
}

/** Writes the right answers and the given one. What was typed cannot end a text before its time. */
export function patternsOf(interaction: Interaction, style: Style): Patterns {
	const text = (value: string) => literal(value, style.longest);
	const inLanguage = (texts: readonly string[]) =>
		texts.map((each) => `{lang=${style.language}}${text(each)}`);
	const steps = (pairs: readonly Pair[]) => pairs.map(([step, answer]) => [step, text(answer)] as const);
	switch (interaction.type) {
		case 'true-false':
			return { right: [String(interaction.right)], given: String(interaction.given) };
		case 'choice':
		case 'sequencing':
			return { right: [list(interaction.right)], given: list(interaction.given) };
		case 'matching':
			return { right: [pairsOf(interaction.right)], given: pairsOf(interaction.given) };
		case 'fill-in':
			return {
				right: distinct(interaction.right.map((texts) => `{case_matters=false}${list(inLanguage(texts))}`)),
				given: list(inLanguage(interaction.given))
			};
		case 'performance':
			return { right: [pairsOf(steps(interaction.right))], given: pairsOf(steps(interaction.given)) };
		case 'numeric': {
			const { least, most } = interaction.right;
			return { right: [`${decimal(least)}[:]${decimal(most)}`], given: decimal(interaction.given) };
		}
	}
}

/** A text on one line that holds no delimiter, not longer than that, and no half of a character. */
export function literal(text: string, longest: number): string {
	const plain = text
		.replaceAll(/[\p{Cc}\s]+/gu, ' ')
		.replaceAll(/\[([,.:])\]/g, '($1)')
		.trim();
	return plain.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}

function list(parts: readonly string[]): string {
	return parts.join('[,]');
}

function pairsOf(pairs: readonly Pair[]): string {
	return list(pairs.map((pair) => pair.join('[.]')));
}

function distinct(texts: readonly string[]): string[] {
	return [...new Set(texts)];
}
