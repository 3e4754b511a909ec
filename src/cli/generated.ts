import { quizMachine } from '#lib/quiz/machine.ts';

import { answersJsonSchema, guideJsonSchema, itemsJsonSchema, primerJsonSchema } from './json-schema.ts';
import { learnerFileJsonSchema } from './learner-file-schema.ts';
import { resultJsonSchema } from './result-schema.ts';
import { stateDiagram } from './state-diagram.ts';
import {
	guideTranslationJsonSchema,
	itemsTranslationJsonSchema,
	primerTranslationJsonSchema
} from './translation-schema.ts';

/** A file that is made from code and committed, since editors and readers of the repository need it there. */
export interface GeneratedFile {
	/** From the project's folder down. */
	path: string;
	content: string;
}

/** All files that are made from code, as they should be now. */
export function generatedFiles(): GeneratedFile[] {
	return [
		{ path: 'static/schema/items.json', content: json(itemsJsonSchema()) },
		{ path: 'static/schema/primer.json', content: json(primerJsonSchema()) },
		{ path: 'static/schema/guide.json', content: json(guideJsonSchema()) },
		{ path: 'static/schema/items-translation.json', content: json(itemsTranslationJsonSchema()) },
		{ path: 'static/schema/primer-translation.json', content: json(primerTranslationJsonSchema()) },
		{ path: 'static/schema/guide-translation.json', content: json(guideTranslationJsonSchema()) },
		{ path: 'static/schema/answers.json', content: json(answersJsonSchema()) },
		{ path: 'static/schema/learner-data.json', content: json(learnerFileJsonSchema()) },
		{ path: 'static/schema/result.json', content: json(resultJsonSchema()) },
		{ path: 'src/lib/quiz/README.md', content: quizReadme() }
	];
}

function json(value: unknown): string {
	return `${JSON.stringify(value, null, '\t')}\n`;
}

function quizReadme(): string {
	return `# The statechart of a quiz

One machine (\`machine.ts\`) says what a quiz may do next, from a drawn form to its results. The four behaviours
(\`behaviour.ts\`) differ only in what its guards read: when feedback comes, how many tries there are, whether certainty
is asked for and whether the time stands still while the page is hidden. The machine knows no clock, chance, network or
page: each event says when it happened, and scoring and handing in are actors that the caller provides. An attempt is
kept as the list of what the learner did (\`record.ts\`), and goes on by replaying it through the machine (\`run.ts\`).

The diagram is made from the machine: after a change, run \`npm run generate\`. Arrows are moves from one state to another,
with the condition in brackets; what happens within a state stands in a note.

\`\`\`mermaid
${stateDiagram(quizMachine.root)}\`\`\`
`;
}
