/**
 * Something wrong with a bank, in words that let its author correct it. The CLI, the server and the pages
 * print the same text.
 */
export interface Problem {
	/** The file, as the author knows it: relative to the folder of banks. */
	file: string;
	/** From 1; absent if the problem is the file as a whole. */
	line?: number;
	/** From 1. */
	column?: number;
	/** Where in the data, such as `items[3] “launch-event” · options[1].text`. */
	path?: string;
	/** What is wrong. */
	message: string;
	/** What to do about it. */
	fix: string;
	/** The file could not be read beyond this place. */
	isEnd?: true;
}

/** One problem as lines of text: `file:line:col`, what is wrong, what to do. */
export function describeProblem({ file, line, column, path, message, fix, isEnd }: Problem): string {
	const place = [file, line, column].filter((part) => part !== undefined).join(':');
	const rest = isEnd ? '\n    The rest of the file is read once this is corrected.' : '';
	return `${place}: ${path ? `${path}: ` : ''}${message}\n    ${fix}${rest}`;
}

/** The most problems listed at once, enough for two courses that each have very many. */
const MOST_TOLD = 2000;

/** Problems as lines of text, one after the other; beyond a limit, the rest is counted. */
export function describeProblems(problems: readonly Problem[]): string {
	const told = problems.slice(0, MOST_TOLD).map(describeProblem);
	const rest = problems.length - told.length;
	return [...told, ...(rest > 0 ? [`… and ${rest} more.`] : [])].join('\n');
}

/** Thrown when banks have to be sound to go on; its message lists every problem. */
export class BrokenBanks extends Error {
	override readonly name = 'BrokenBanks';
	readonly problems: Problem[];
	constructor(problems: Problem[]) {
		const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
		super(
			`The questions have ${count}; nothing was started.\n\n${describeProblems(problems)}\n\n` +
				'Correct the files and start again. “npx five-points check” reads them without starting.'
		);
		this.problems = problems;
	}
}

/** What the server says when it starts without the courses that have a problem. */
export function describeUnavailable(courses: readonly string[], problems: readonly Problem[]): string {
	const names = courses.map((course) => `“${course}”`);
	const [list, verb] = names.length === 1 ? [names[0], 'is'] : [names.join(', '), 'are'];
	const subject = names.length === 1 ? `The course ${list}` : `The courses ${list}`;
	const head = names.length === 0 ? 'Not all is well with the questions.' : `${subject} ${verb} not served.`;
	return `${head}\n\n${describeProblems(problems)}\n`;
}
