import { fingerprint } from '#lib/text/fingerprint.ts';

import { checkResult } from './check.ts';
import { RESULT_VERSION, type Result } from './format.ts';
import { bytesOf, lettersOf } from './letters.ts';
import { packed, unpacked } from './packed.ts';
import { refused, type Reading } from './refusal.ts';

/*
 * A code is `FP1-`, what is in it as letters and digits, `-`, and a check over all before. Its only signs are hyphens, so
 * that it may stand in an address as it is.
 */

/** What chats, mails and people put into a text that they wrap, quote or set in some type. */
const BETWEEN = '[\\s>|*_~`"\'“”„‘’«»=\\\\\u00AD\u200B-\u200F\u2060\uFEFF]';
/** A hyphen, or what an editor makes of one. */
const HYPHEN = '[-\u2010-\u2015\u2212\uFE63\uFF0D]';
const START = new RegExp(`F${BETWEEN}{0,9}P${BETWEEN}{0,9}(\\d{1,3})${BETWEEN}{0,9}${HYPHEN}`, 'gu');
const CHECK = 8;
/** The first byte says how the rest is written: so far, as it is. */
const AS_IT_IS = 0;

/** Writes a result as a code: about 1,000 characters for ten items. It can be read again from any text around it. */
export function writeResultCode(result: Result): string {
	const bytes = new TextEncoder().encode(JSON.stringify(packed(result)));
	const body = `FP${RESULT_VERSION}-${lettersOf(Uint8Array.from([AS_IT_IS, ...bytes]))}`;
	return `${body}-${checkOf(body)}`;
}

/** What was found at one place of a text. */
export interface FoundCode {
	/** The line where the code begins, from 1. */
	line: number;
	reading: Reading<Result>;
}

/**
 * Reads all codes in a text, such as a chat that was copied whole. Spaces, broken lines, quotation marks and marks of type
 * within a code do not matter; letters that were changed do, and are found out.
 */
export function readResultCodes(text: string): FoundCode[] {
	const starts = [...text.matchAll(START)];
	let line = 1;
	let counted = 0;
	return starts.map((start, index) => {
		line += text.slice(counted, start.index).split('\n').length - 1;
		counted = start.index;
		const rest = text.slice(start.index + start[0].length, starts[index + 1]?.index);
		return { line, reading: readCode(Number(start[1]), rest) };
	});
}

/** @param rest what follows the beginning of a code, up to that of the next */
function readCode(version: number, rest: string): Reading<Result> {
	if (version > RESULT_VERSION) return refused({ why: 'newer', version });
	if (version < 1) return refused({ why: 'damaged' });
	const middle = rest.search(new RegExp(HYPHEN, 'u'));
	const end = middle === -1 ? '' : bare(rest.slice(middle + 1)).slice(0, CHECK);
	if (end.length < CHECK) return refused({ why: 'cut' });
	const letters = bare(rest.slice(0, middle));
	const bytes = end === checkOf(`FP${version}-${letters}`) ? bytesOf(letters) : undefined;
	if (bytes?.[0] !== AS_IT_IS) return refused({ why: 'damaged' });
	const value = unpacked(parsedBytes(bytes.subarray(1)));
	return value === undefined ? refused({ why: 'broken', place: '' }) : checkResult(value);
}

function bare(text: string): string {
	return text.replaceAll(new RegExp(BETWEEN, 'gu'), '');
}

/** 32 bits as hexadecimal digits: of four thousand million changes one is not found out. */
function checkOf(body: string): string {
	return fingerprint(body).slice(0, CHECK);
}

function parsedBytes(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}
