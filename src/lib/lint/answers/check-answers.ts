import { ANSWERS_FILE } from '#lib/bank/course-files.ts';
import type { Bank } from '#lib/bank/bank.ts';
import { isOfAnother, remedyOfCopy } from '#lib/bank/copied.ts';
import type { Item } from '#lib/bank/item.ts';
import type { Problem } from '#lib/bank/problem.ts';
import { CheckedFile, type SourceFile } from '#lib/bank/source-file.ts';
import type { Path } from '#lib/bank/yaml.ts';
import { isTyped } from '#lib/kinds/blank.ts';
import { asked, score } from '#lib/kinds/index.ts';

import { answersSchema, type Listed } from './schema.ts';

/** The fewest answers that are listed for each place to type in, right and wrong together. */
export const FEWEST = 8;

/** A place to type in: an item as a whole, or one of its blanks. */
interface Place {
	item: Item;
	blank?: string;
}

/**
 * Checks what learners may type against the way it is scored: each right answer has to be right, each wrong one has not
 * to be, and no place to type in may lack its list. The bank has to be as it is served, with what its editions share.
 *
 * @param source the file of the bank’s language; undefined if it is missing
 * @param folder the folder it belongs in, as the author knows it
 */
export function checkAnswers(bank: Bank, source: SourceFile | undefined, folder: string): Problem[] {
	const places = bank.items.filter(({ id }) => !isUntranslated(bank, id)).flatMap(placesIn);
	if (!source) {
		if (places.length === 0) return [];
		const message = 'the file is missing, and the course has one in another language';
		const fix = 'List in it what learners may type; questions/README.md shows one.';
		return [{ file: `${folder}/${ANSWERS_FILE}`, message, fix }];
	}
	const file = new CheckedFile(source);
	const answers = file.readable ? file.check(answersSchema, file.value, [])?.answers : undefined;
	if (!answers) return file.problemsInOrder();
	const named = answers.map(({ item }) => item);
	if (isOfAnother(named, (id) => bank.items.some((item) => item.id === id))) {
		const message = 'the answers belong to another course: hardly any of their items is in this one';
		const fix = remedyOfCopy('write the ids of this course’s items.');
		file.report([], { path: [], message, fix });
		return file.problemsInOrder();
	}
	const lists = new Map<string, number>();
	answers.forEach((listed, index) => {
		const at = ['answers', index];
		if (isUntranslated(bank, listed.item)) return;
		const place = placeOf(bank, listed, (fault) => {
			file.report(at, fault, nameOf(listed));
		});
		if (!place) return;
		const name = nameOf(listed);
		if (lists.has(name)) {
			const fix = 'Put the answers into one list.';
			file.report(at, { path: ['item'], message: 'its answers are listed already', fix }, name);
			return;
		}
		lists.set(name, index);
		checkListed(file, at, listed, place);
	});
	for (const { item, blank } of places) {
		const name = nameOf({ item: item.id, blank });
		if (lists.has(name)) continue;
		const fix = `List ${FEWEST} or more, right and wrong.`;
		file.report(['answers'], { path: [], message: 'lists no answer to it', fix }, name);
	}
	return file.problemsInOrder();
}

/** Whether a translation lacks an item, which is then checked in its own language alone. */
function isUntranslated({ items }: Bank, item: string): boolean {
	return items.some(({ id, language }) => id === item && language !== undefined);
}

/** The places of an item to type in. */
function placesIn(item: Item): Place[] {
	const how = asked(item);
	switch (how.way) {
		case 'write':
		case 'calculate':
			return [{ item }];
		case 'fill':
			return how.blanks.flatMap((blank) => (isTyped(blank) ? [{ item, blank: blank.id }] : []));
		default:
			return [];
	}
}

/** The place that a list is about; where there is none, it is reported. */
function placeOf(
	bank: Bank,
	{ item: id, blank }: Listed,
	report: (fault: { path: Path; message: string; fix: string }) => void
): Place | undefined {
	const item = bank.items.find((each) => each.id === id);
	if (!item) {
		report({
			path: ['item'],
			message: `there is no item “${id}”`,
			fix: 'Write the id of an item, or leave it out.'
		});
		return undefined;
	}
	const places = placesIn(item);
	if (places.length === 0) {
		report({ path: ['item'], message: 'nothing is typed in this item', fix: 'Leave its answers out.' });
		return undefined;
	}
	const found = places.find((place) => place.blank === blank);
	if (found) return found;
	const blanks = places.flatMap((place) => place.blank ?? []);
	if (blanks.length === 0)
		report({ path: ['blank'], message: 'the item has no blank', fix: 'Leave it out.' });
	else {
		const message = blank === undefined ? '“blank” is missing' : `nothing is typed in a blank “${blank}”`;
		report({
			path: blank === undefined ? [] : ['blank'],
			message,
			fix: `Write one of ${blanks.join(', ')}.`
		});
	}
	return undefined;
}

function checkListed(file: CheckedFile, at: Path, listed: Listed, place: Place): void {
	const name = nameOf(listed);
	const seen = new Set<string>();
	for (const side of ['right', 'wrong'] as const) {
		listed[side].forEach((answer, index) => {
			const path = [side, index];
			if (seen.has(answer)) {
				file.report(at, { path, message: `“${answer}” is listed twice`, fix: 'Keep one of the two.' }, name);
				return;
			}
			seen.add(answer);
			const isRight = scoresRight(place, answer);
			if (isRight === (side === 'right')) return;
			const fault = isRight
				? {
						message: `“${answer}” is scored as right`,
						fix: 'If it is wrong, list it under “wrong” of the item too, or accept less there; if it is right, move it to “right”.'
					}
				: {
						message: `“${answer}” is not scored as right`,
						fix: 'If it is right, let the item accept it; if not, move it to “wrong”.'
					};
			file.report(at, { path, ...fault }, name);
		});
	}
	if (seen.size < FEWEST) {
		const message = `lists ${seen.size} answers, and ${FEWEST} are the fewest`;
		file.report(at, { path: [], message, fix: 'Add what learners would type, right and wrong.' }, name);
	}
}

function scoresRight({ item, blank }: Place, answer: string): boolean {
	const scored = score(item, blank === undefined ? answer : { [blank]: answer });
	if (scored.state !== 'scored') return false;
	if (blank === undefined) return scored.fraction === 1;
	return scored.parts.some(({ id, verdict }) => id === blank && verdict === 'right');
}

function nameOf({ item, blank }: { item: string; blank?: string | undefined }): string {
	return blank === undefined ? `“${item}”` : `“${item}” {${blank}}`;
}
