import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import { root } from './project.js';
import { shownLater } from './style-by-reach.js';

const folders: string[] = [];

afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Which of some files are shown later, written as `path: text` from the folder of the source down. */
function laterAmong(files: Record<string, string>): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'five-points-source-'));
	folders.push(folder);
	for (const [path, text] of Object.entries({ 'routes/+layout.svelte': '', ...files })) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	const isLater = shownLater(folder);
	return Object.keys(files).filter((path) => isLater(join(folder, path)));
}

test('what a page shows at once is not for later, however many files lie between', () => {
	expect(
		laterAmong({
			'routes/quiz/+page.svelte': "<script>\n\timport Quiz from '#lib/Quiz.svelte';\n</script>",
			'lib/Quiz.svelte': "<script>\n\timport {\n\t\tone,\n\t\tother\n\t} from './parts.ts';\n</script>",
			'lib/parts.ts': "export { default as one } from './Part.svelte';\nimport './Beside.svelte';",
			'lib/Part.svelte': '',
			'lib/Beside.svelte': ''
		})
	).toEqual([]);
});

test('what a page calls for is shown later, with all that it brings along', () => {
	expect(
		laterAmong({
			'routes/quiz/+page.ts': "const load = async () => (await import('../../lib/View.svelte')).default;",
			'routes/quiz/+page.svelte': "<script>\n\timport Both from '#lib/Both.svelte';\n</script>",
			'lib/View.svelte':
				"<script>\n\timport Within from './Within.svelte';\n\timport Both from './Both.svelte';\n</script>",
			'lib/Within.svelte': '',
			'lib/Both.svelte': ''
		})
	).toEqual(['lib/View.svelte', 'lib/Within.svelte']);
});

test('what one page shows at once and another one later brings its style to both', () => {
	expect(
		laterAmong({
			'routes/facts/+page.svelte': "<script>\n\timport Note from '#lib/Note.svelte';\n</script>",
			'routes/quiz/+page.ts': "import('#lib/Note.svelte');",
			'lib/Note.svelte': ''
		})
	).toEqual(['lib/Note.svelte']);
});

test('what the layout around a page shows is there at once, and a type shows nothing', () => {
	expect(
		laterAmong({
			'routes/+layout.svelte': "<script>\n\timport Choice from '#lib/Choice.svelte';\n</script>",
			'routes/quiz/+page.ts':
				"import type View from '#lib/View.svelte';\nimport('#lib/View.svelte');\nimport('#lib/Choice.svelte');",
			'lib/Choice.svelte': '',
			'lib/View.svelte': ''
		})
	).toEqual(['lib/View.svelte']);
});

test('of the quiz, the question comes at once, and what follows an answer later', () => {
	const isLater = shownLater(join(root, 'src'));
	const player = (name: string) => isLater(join(root, 'src/lib/player', name));
	expect(['Quiz.svelte', 'question/Question.svelte', 'question/Timer.svelte'].filter(player)).toEqual([]);
	const later = [
		'kinds/SingleChoice.svelte',
		'kinds/OptionCard.svelte',
		'question/CertaintyChoice.svelte',
		'question/Feedback.svelte',
		'question/FlawForm.svelte',
		'results/ExamNotes.svelte',
		'results/Results.svelte'
	];
	expect(later.filter(player)).toEqual(later);
});
