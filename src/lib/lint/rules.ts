import { distractorReuse, keyCount, trueFalse } from './bank/balance.ts';
import { blindStrategies, guessFloor } from './bank/blind-rule.ts';
import { keyLength, keyPosition } from './bank/key-place.ts';
import { mix } from './bank/mix.ts';
import { copying } from './content/copying.ts';
import { asOfMarker, attribution, volatilePresent } from './content/dated.ts';
import { duplicates } from './content/duplicates.ts';
import { giveaways } from './content/enemies.ts';
import { openEnemies } from './content/open-enemies.ts';
import { entities } from './content/entities.ts';
import { licence } from './content/licence.ts';
import { sinceNotes } from './content/since.ts';
import { tellingTitles } from './content/telling-titles.ts';
import { tellingWords } from './content/telling-words.ts';
import { contestable, glossary } from './content/vocabulary.ts';
import { ignoringRules } from './ignoring.ts';
import { categorise, ordering, tellingDates } from './kinds/arranging.ts';
import { cloze } from './kinds/gaps.ts';
import { highlight } from './kinds/marking.ts';
import { homogeneous, matching } from './kinds/pairing.ts';
import { countable, countedSigns, numericUnit, shortText } from './kinds/typing.ts';
import type { Rule } from './rule.ts';
import { blueprintCounts } from './structure/blueprint.ts';
import { coverage } from './structure/coverage.ts';
import { keptRules } from './structure/kept.ts';
import { outcomes } from './structure/outcomes.ts';
import { permanence } from './structure/permanence.ts';
import { readings } from './structure/readings.ts';
import { similarOptions } from './structure/similar-options.ts';
import { absolutes, vagueFrequencies } from './wording/absolutes.ts';
import { allOfTheAbove, noneOfTheAbove } from './wording/catch-all.ts';
import { clang, convergence } from './wording/clang.ts';
import { explanations, rationales } from './wording/feedback.ts';
import { grammarCue } from './wording/grammar-cue.ts';
import { instruction } from './wording/instruction.ts';
import { detailCue, lengthCue } from './wording/length-cue.ts';
import { doubleNegatives, negativeStems } from './wording/negation.ts';
import { opposites } from './wording/pairs.ts';
import { positions } from './wording/positions.ts';
import { numericOrder, overlap } from './wording/ranges.ts';
import { rawMarkup } from './wording/raw-markup.ts';
import { readability } from './wording/readability.ts';
import { optionCount, readingLoad, repeatedLead, stemEnd } from './wording/shape.ts';
import { statement } from './wording/statement.ts';
import { titleForm, titles } from './wording/titles.ts';

/** Every rule, by its id. */
export const rules: readonly Rule[] = [
	...[permanence, coverage, blueprintCounts, similarOptions, outcomes, ...keptRules, readings],
	...[allOfTheAbove, noneOfTheAbove, negativeStems, doubleNegatives, absolutes, vagueFrequencies],
	...[grammarCue, lengthCue, detailCue, clang, convergence, opposites, overlap, numericOrder],
	...[optionCount, stemEnd, readingLoad, repeatedLead, readability, positions, rawMarkup],
	...[rationales, explanations, statement, instruction, titles, titleForm],
	...[matching, homogeneous, ordering, tellingDates, categorise, cloze, shortText, numericUnit],
	...[highlight, countable, countedSigns],
	...[asOfMarker, attribution, sinceNotes, volatilePresent, glossary, entities, copying, duplicates],
	...[giveaways, openEnemies, tellingTitles, tellingWords, contestable, licence],
	...ignoringRules,
	...[keyPosition, keyLength, trueFalse, keyCount, mix, guessFloor, blindStrategies, distractorReuse]
].sort((one, other) => (one.id < other.id ? -1 : 1));

/** The rule of that id. */
export function ruleOf(id: string): Rule | undefined {
	return rules.find((rule) => rule.id === id);
}
