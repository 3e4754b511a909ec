import { expect, test } from 'vitest';

import { compileMarkdown } from './markdown.ts';
import { plainText } from './rich.ts';
import { partsOfStem } from './stem.ts';

test.each([
	[
		'One text.\n\nAnother, with *emphasis*.\n\nWhat follows?',
		'One text. Another, with emphasis.',
		'What follows?'
	],
	['Read:\n\n- one\n- two\n\nMark what is **wrong**.', 'Read: one two', 'Mark what is wrong.'],
	['A text.\n\nWhich hold?\n\n1. one\n2. two', 'A text.', 'Which hold? one two'],
	['Which hold?\n\n1. one\n2. two', '', 'Which hold? one two'],
	['It was cold. Why *so*?', '', 'It was cold. Why so?'],
	['Why?', '', 'Why?']
])('the question is the last paragraph, with the list that it introduces: %j', (source, lead, question) => {
	const parts = partsOfStem(compileMarkdown(source));
	expect([plainText(parts.lead), plainText(parts.question)]).toEqual([lead, question]);
});
