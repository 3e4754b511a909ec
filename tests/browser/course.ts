import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { factsOf, findItem, type Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { readLibrary, readSoundBanks } from '#lib/bank/read.server.ts';
import { kindNames, score, type KindName } from '#lib/kinds/index.ts';
import type { Scored } from '#lib/kinds/score.ts';
import { writeOptions, type QuizOptions } from '#lib/quiz/options.ts';
import { offerOf } from '#lib/quiz/offer.ts';
import { readOptions } from '#lib/quiz/read-options.ts';
import { setForm } from '#lib/quiz/set-form.ts';
import { plainText, type Rich } from '#lib/text/rich.ts';

import { root } from '../../src/setup/project.js';

/** The course that the app comes with, read from its files, to compare the pages with. */
export const course = await theOnlyBank(join(root, 'questions'));

/** The edition of the course in a language. */
export async function editionIn(language: string): Promise<Bank> {
	const { located } = await readLibrary(join(root, 'questions'));
	const editions = located.flatMap(({ bank, editions }) => [bank, ...editions.map((each) => each.bank)]);
	const found = editions.find(({ primer }) => primer.language === language);
	if (!found) throw new Error(`There is no edition of the course in “${language}”.`);
	return found;
}

/** The items of the course in the order in which the quiz of an address asks them. */
export function itemsAskedAt(address: string): Item[] {
	const { searchParams } = new URL(address, 'http://any');
	const { options } = readOptions(searchParams, offerOf(course));
	if (options.seed === null) throw new Error(`${address} names no seed.`);
	return setForm(course, options, options.seed).form.items.map(itemOf);
}

/** The item that the quiz of an address asks at a place, from 1. */
export function itemAskedAt(address: string, place: number): Item {
	const item = itemsAskedAt(address)[place - 1];
	if (!item) throw new Error(`${address} asks fewer than ${place} items.`);
	return item;
}

/** The items that the page asks, once its address tells which they are. */
export async function itemsAsked(page: Page): Promise<Item[]> {
	await page.waitForURL(/[?&]seed=/);
	return itemsAskedAt(page.url());
}

/** The path of a quiz of the course; the seed is always the same unless it is given. */
export function quizPath(options: Partial<QuizOptions>): string {
	return `/${course.primer.id}/quiz${writeOptions({ seed: 'browser', ...options })}`;
}

/** The item of that id. */
export function itemOf(id: string): Item {
	const item = findItem(course, id);
	if (!item) throw new Error(`The course has no item “${id}”.`);
	return item;
}

/** The kinds of which the course has items. */
export const courseKinds = kindNames.filter((kind) => course.items.some((item) => item.kind === kind));

/** The first item of a kind. */
export function itemOfKind(kind: KindName): Item {
	const item = course.items.find((each) => each.kind === kind);
	if (!item) throw new Error(`The course has no item of the kind ${kind}.`);
	return item;
}

/** One item of each of the course's kinds, chosen so that all of them may be in one form. */
export function oneOfEachKind(): Item[] {
	return courseKinds.reduce<Item[]>((chosen, kind) => {
		const others = chosen.map(({ id }) => id);
		const fits = ({ enemies, id }: Item) =>
			!enemies.some((enemy) => others.includes(enemy)) && !chosen.some((one) => one.enemies.includes(id));
		const item = course.items.find((each) => each.kind === kind && fits(each));
		if (!item) throw new Error(`The course has no item of the kind ${kind} that goes with the others.`);
		return [...chosen, item];
	}, []);
}

/** The facts that an item rests on. */
export function factsBehind(item: Item) {
	return factsOf(course, item);
}

/** The score of a response that can be scored. */
export function scoreOf(item: Item, response: unknown): Scored {
	const result = score(item, response);
	if (result.state !== 'scored') throw new Error(`The response to ${item.id} is ${result.state}.`);
	return result;
}

/** The words of a rich text with single spaces, as a page shows them. */
export function words(text: Rich): string {
	return spaced(plainText(text));
}

/** A text with single spaces. */
export function spaced(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim();
}

async function theOnlyBank(folder: string): Promise<Bank> {
	const [bank, ...others] = await readSoundBanks(folder);
	if (!bank || others.length > 0)
		throw new Error(`${folder} holds ${others.length + 1} courses; the tests know one.`);
	return bank;
}
