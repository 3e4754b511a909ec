import { quoteIt, type YamlSlip } from './yaml-slip.ts';

/** One line of block style: its spaces and dashes, its key, and what follows. */
interface Entry {
	indent: string;
	key: string;
	value: string;
	/** From 0. */
	column: number;
}

/** A line, from 0, and what is in it. */
interface Stop {
	lines: readonly string[];
	line: number;
	column: number;
	reason: string;
}

/** What the parser says, and what an author needs to hear instead. */
const REASONS: { reason: RegExp; message: (stop: Stop) => string; fix: string }[] = [
	{
		reason: /tab characters/,
		message: () => 'there is a tab in the indentation',
		fix: 'Indent with spaces; most editors can turn tabs into spaces.'
	},
	{
		reason: /duplicated mapping key/,
		message: ({ lines, line, column }) =>
			`the key “${/^["']?([^:"']*)/.exec(lines[line]?.slice(column) ?? '')?.[1] ?? ''}” is duplicated`,
		fix: 'Keep one of the two.'
	},
	{
		reason: /maxDepth/,
		message: () => 'lists and keys are nested more than 32 deep',
		fix: 'Check brackets and indentation.'
	},
	{
		reason: /null byte/,
		message: () => 'there is a null byte, which is not text',
		fix: 'Save the file again as UTF-8 text.'
	}
];

/** Says in an author’s words why a file is not YAML, and what to do: most often a text has to be quoted. */
export function trapAt(stop: Stop): YamlSlip {
	const { line, column, reason } = stop;
	const wide = [line - 1, line].find((each) =>
		/^\s*[\u00a0\u2000-\u200b\u202f\u3000]/.test(stop.lines[each] ?? '')
	);
	if (wide !== undefined) {
		return slip(wide, 0, 'there is a special space in the indentation', 'Indent by ordinary spaces.');
	}
	const told = REASONS.find((each) => each.reason.test(reason));
	if (told) return slip(line, column, told.message(stop), told.fix);
	return (
		escape(stop) ??
		joined(stop, line) ??
		joined(stop, line - 1) ??
		inEntry(stop) ??
		unclosed(stop) ??
		outOfPlace(stop) ??
		slip(line, column, reason, 'Check quotation marks, brackets and indentation.')
	);
}

/** A backslash in double quotation marks. */
function escape({ lines, line, column, reason }: Stop): YamlSlip | undefined {
	if (!/escape|hexadecimal/.test(reason)) return undefined;
	const before = lines[line]?.slice(0, column + 1) ?? '';
	const at = before.lastIndexOf('\\');
	const pair = lines[line]?.slice(at, at + 2) ?? '';
	return slip(
		line,
		Math.max(0, at),
		`“${pair}” in double quotation marks means something else, or nothing`,
		`Write “\\${pair}”, or put the text in single quotation marks.`
	);
}

/** A key that touches its value, or a dash that touches its key. */
function joined({ lines }: Stop, line: number): YamlSlip | undefined {
	const text = lines[line] ?? '';
	const dash = /^\s*-(?=[A-Za-z]\w*:)/.exec(text);
	if (dash)
		return slip(line, dash[0].length - 1, 'a blank is missing after “-”', 'Write a blank after the dash.');
	const key = /^\s*(?:- +)*([A-Za-z]\w*:)(?=[^\s/])/.exec(text);
	if (!key) return undefined;
	const at = key[0].length - (key[1]?.length ?? 0);
	return slip(line, at, `a blank is missing after “${key[1]}”`, 'Write a blank after the colon.');
}

/** A text that begins with a special character of YAML, ends before its line does, or contains a colon. */
function inEntry({ lines, line, reason }: Stop): YamlSlip | undefined {
	const entry = entryIn(lines[line] ?? '');
	if (!entry || entry.value === '') return undefined;
	const { value, column } = entry;
	const say = (message: string, fix: string) => slip(line, column, message, fix);
	const [first = ''] = value;
	if (first === '"' || first === "'") {
		const end = closing(value, first);
		if (end < 0 || /^\s*(?:#.*)?$/.test(value.slice(end + 1))) return undefined;
		// A second opening mark, or one inside a word, closes nothing: only the outer two belong to YAML.
		const isOuter =
			value.trimEnd().endsWith(first) && /\s["']|\p{L}'\p{L}/u.test(value.slice(end - 1, end + 2));
		const text = isOuter ? value.trimEnd().slice(1, -1) : value;
		return say(`the text is over at the second “${first}”, and more follows`, quoteIt(text));
	}
	if ('[{'.includes(first)) {
		const end = bracketEnd(value);
		if (end < 0) return undefined;
		if (/^\s*(?:#.*)?$/.test(value.slice(end + 1))) {
			// If the brackets are sound, their line is in the wrong column.
			return /indentation/.test(reason) ? undefined : inBraces(value, line, column, reason);
		}
		return say(beginning(first), quoteIt(value));
	}
	if ('*&!%@`>|,]}'.includes(first) || /^[-?](?:\s|$)/.test(value))
		return say(beginning(first), quoteIt(value));
	if (/:$/.test(value.trimEnd()))
		return say('the text ends in a colon, which YAML takes for a key', quoteIt(value));
	if (!/:\s/.test(value)) return undefined;
	return say('the text holds “: ”, which YAML takes for a key and its value', quoteIt(value));
}

/** A list or mapping in one line that YAML cannot read. */
function inBraces(value: string, line: number, column: number, reason: string): YamlSlip {
	const message = /comma/.test(reason)
		? 'in these brackets something follows where a comma or the end has to be'
		: 'what is in these brackets is not YAML';
	return slip(
		line,
		column,
		`${message}: a quotation mark, a bracket or a colon within a text does that`,
		value.startsWith('{')
			? 'Write each key in a line of its own, below one another, and put the text in quotation marks.'
			: 'Put each text in quotation marks.'
	);
}

/** A quotation mark or a bracket that is still open at the text below it. */
function unclosed({ lines, line, reason }: Stop): YamlSlip | undefined {
	if (!/indentation|end of|stream|comma|unexpected/.test(reason)) return undefined;
	for (let at = Math.min(line, lines.length - 1); at >= Math.max(0, line - 100); at--) {
		const entry = entryIn(lines[at] ?? '');
		const [sign = ''] = entry?.value ?? '';
		if (!entry || !['"', "'", '[', '{'].includes(sign)) continue;
		const isOpen = '[{'.includes(sign) ? bracketEnd(entry.value) < 0 : closing(entry.value, sign) < 0;
		if (!isOpen) continue;
		const cut = /\s(#.*)$/.exec(entry.value)?.[1];
		if ('[{'.includes(sign) && cut !== undefined) {
			const message = `the line ends before “${cut.trim()}”, since “#” behind a blank begins a comment`;
			return slip(at, entry.column, message, 'Put the text in quotation marks.');
		}
		return '[{'.includes(sign)
			? slip(
					at,
					entry.column,
					`the “${sign}” is not closed in its line`,
					'Close it, or write each entry in a line of its own, without brackets.'
				)
			: slip(
					at,
					entry.column,
					`the quotation mark “${sign}” is not closed`,
					sign === '"'
						? 'Close it; one within the text is written \\".'
						: "Close it; one within the text is written ''."
				);
	}
	return undefined;
}

/** A line that is indented too little or too far for what is above it. */
function outOfPlace({ lines, line, column, reason }: Stop): YamlSlip | undefined {
	const text = lines[line] ?? '';
	// A line without a colon is noticed only at the next.
	if (/multiline key/.test(reason) && line > 0)
		return outOfPlace({ lines, line: line - 1, column: 0, reason: '' });
	const depth = text.length - text.trimStart().length;
	const above = lines
		.slice(Math.max(0, line - 50), line)
		.map(entryIn)
		.findLast((entry) => entry && entry.key !== '');
	if (!above) return undefined;
	if (!entryIn(text)?.key) {
		return slip(
			line,
			depth,
			'this line has no key',
			`If it goes on with “${above.key}” above it, indent it further than that key; else write a key and a colon.`
		);
	}
	if (depth > above.indent.length && above.value !== '') {
		return slip(
			line,
			depth,
			`this line is indented further than “${above.key}” above it`,
			'Indent it as that key; or, if it belongs to the text above, put the whole text in quotation marks.'
		);
	}
	return slip(
		line,
		column,
		'this line is indented neither as the keys above it nor as those around them',
		'Indent all keys of an entry by the same number of spaces.'
	);
}

function entryIn(line: string): Entry | undefined {
	const found = /^(\s*(?:- +)*)(?:([A-Za-z][\w-]*):(?: +|$))?(.*)$/.exec(line);
	if (!found) return undefined;
	const [, indent = '', key = '', value = ''] = found;
	if (value.startsWith('#') && key === '') return undefined;
	return { indent, key, value, column: line.length - value.length };
}

/** Where a quotation mark at the beginning is closed; -1 where it is not. */
function closing(value: string, sign: string): number {
	for (let at = 1; at < value.length; at++) {
		if (sign === '"' && value[at] === '\\') at++;
		else if (sign === "'" && value[at] === "'" && value[at + 1] === "'") at++;
		else if (value[at] === sign) return at;
	}
	return -1;
}

/** Where the bracket at the beginning is closed; -1 where it is not. */
function bracketEnd(value: string): number {
	let depth = 0;
	for (let at = 0; at < value.length; at++) {
		const sign = value.charAt(at);
		if ('[{'.includes(sign)) depth++;
		if (']}'.includes(sign) && --depth === 0) return at;
		if (sign === '#' && /\s/.test(value.charAt(at - 1))) return -1;
	}
	return -1;
}

function beginning(sign: string): string {
	return `a text may not begin with “${sign}”, which YAML reads otherwise`;
}

function slip(line: number, column: number, message: string, fix: string): YamlSlip {
	return { place: { line: line + 1, column: column + 1 }, message, fix };
}
