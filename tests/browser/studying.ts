import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { samples, solution } from '#lib/kinds/index.ts';
import { DATABASE } from '#lib/store/name.ts';
import { partsOfStem } from '#lib/text/stem.ts';

import { course, spaced, words } from './course.ts';
import { fieldsOf, give, type Fields } from './give.ts';
import { press } from './learner.ts';

/** The page of self-study of the course. */
export function studyPath(page: string): string {
	return `/${course.primer.id}/${page}`;
}

/**
 * Answers a session of self-study from its first question to its end.
 *
 * @param knows whether the simulated learner knows an item when it comes up
 * @returns the items in the order in which they were asked
 */
export async function studySession(
	page: Page,
	knows: (item: Item, asked: readonly Item[]) => boolean
): Promise<Item[]> {
	const asked: Item[] = [];
	for (;;) {
		const item = await itemOrEnd(page);
		if (!item) return asked;
		await give(page, item, knows(item, asked) ? solution(item) : samples(item).wrong);
		await press(page, 'Check');
		await press(page, /^(Next question|Go on)$/).catch(async (error: unknown) => {
			const shown = spaced(await page.locator('main').innerText());
			throw new Error(`${item.id} was not told: ${shown}`, { cause: error });
		});
		asked.push(item);
	}
}

/** A question as a page shows it, and what to do with it. */
interface ToAnswer {
	id: string;
	asked: string;
	lead: string;
	right: Fields;
	wrong: Fields;
}

const toAnswer = course.items.map((item): ToAnswer => {
	const { question, lead } = partsOfStem(item.stem);
	return {
		id: item.id,
		asked: joined(words(question)),
		lead: joined(words(lead)),
		right: fieldsOf(item, solution(item)),
		wrong: fieldsOf(item, samples(item).wrong)
	};
});

/**
 * Answers a session as {@link studySession} does, by a script in the page that clicks there: where there are hundreds of
 * questions, and how one clicks is tried elsewhere.
 *
 * @param known whether the learner knows what is asked first, then next and so on; as many as there may be questions
 * @returns the ids of the items in the order in which they were asked
 */
export async function studyByScript(page: Page, known: readonly boolean[]): Promise<string[]> {
	return page.evaluate(answerAll, { toAnswer, known });
}

/** Runs in the page until it shows the end of the session. @throws when something does not come within a minute */
async function answerAll({
	toAnswer,
	known
}: {
	toAnswer: ToAnswer[];
	known: readonly boolean[];
}): Promise<string[]> {
	const seen = (selector: string) => {
		const element = document.querySelector<HTMLElement>(selector);
		return element?.checkVisibility() ? element : undefined;
	};
	const joined = (element: HTMLElement | undefined) => element?.innerText.replaceAll(/\s+/g, '') ?? '';
	/** Waits for something that comes with a change of the page. */
	const until = <T>(what: string, look: () => T | undefined) =>
		new Promise<T>((resolve, reject) => {
			const tell = () => {
				const found = look();
				if (found === undefined) return;
				observer.disconnect();
				clearTimeout(late);
				resolve(found);
			};
			const observer = new MutationObserver(tell);
			observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
			const late = setTimeout(
				() => reject(new Error(`${what} does not come: ${document.body.innerText}`)),
				60_000
			);
			tell();
		});
	const click = (element: Element | undefined) =>
		element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
	const inputsOf = (name: string) => {
		const found = [...document.querySelectorAll<HTMLInputElement>(`.quiz [name="${CSS.escape(name)}"]`)];
		return found.length > 0 ? found : undefined;
	};
	// `give` goes the same way, a step at a time from outside; what runs in the page shares no module with it.
	const fill = async (name: string, values: readonly string[]) => {
		for (const input of await until(name, () => inputsOf(name)))
			if (/^(radio|checkbox)$/.test(input.type)) {
				const choose = values.includes(input.value);
				if (choose !== input.checked && (choose || input.type === 'checkbox')) input.click();
			} else if (input.type === 'hidden') {
				// What is to be put in order moves up until it is at its place.
				while (Number(inputsOf(name)?.[0]?.value) > Number(values[0])) {
					const at = inputsOf(name)?.[0]?.value;
					click(inputsOf(name)?.[0]?.closest('li')?.querySelector('button') ?? undefined);
					await until(`Another place than ${at}`, () => inputsOf(name)?.find(({ value }) => value !== at));
				}
			} else {
				input.value = values[0] ?? '';
				for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
			}
	};

	const answered: string[] = [];
	for (;;) {
		const item = await until('A question or the end', () => {
			if (seen('h1[data-focus]')) return null;
			if (!seen('button[name="do"][value="check"]')) return undefined;
			const [asked, lead] = [joined(seen('h1')), joined(seen('.lead'))];
			return toAnswer.find((each) => each.asked === asked && each.lead === lead);
		});
		if (!item) return answered;
		if (answered.length === known.length) throw new Error('The session asks more than was to be known.');
		click(seen('.quiz .keep:not([aria-disabled="true"])'));
		for (const [name, values] of Object.entries(known[answered.length] ? item.right : item.wrong))
			await fill(name, values);
		click(seen('button[name="do"][value="check"]'));
		click(await until('The verdict', () => seen('button[name="do"][value="next"]')));
		answered.push(item.id);
	}
}

/**
 * Studies a lesson from the reading that its page shows: reads on after each part, until nothing more is to come.
 *
 * @param session answers the questions of a part, such as {@link studySession}
 * @returns what all of them have returned
 */
export async function studyLesson<T>(page: Page, session: (page: Page) => Promise<T[]>): Promise<T[]> {
	await press(page, 'Begin the questions');
	const asked = await session(page);
	await closing(page);
	for (;;) {
		if (await page.getByRole('button', { name: 'Go on with the questions' }).isVisible()) {
			await press(page, 'Go on with the questions');
		} else if (await page.getByRole('button', { name: /^Read on: / }).isVisible()) {
			await press(page, /^Read on: /);
			await press(page, 'Begin the questions');
		} else return asked;
		asked.push(...(await session(page)));
		await closing(page);
	}
}

/** The item that the page asks, once it does. */
export async function itemAsked(page: Page): Promise<Item> {
	const item = await itemOrEnd(page);
	if (!item) throw new Error(`Nothing was asked at ${page.url()}.`);
	return item;
}

/** Waits until the page asks an item or shows the end of the session. */
async function itemOrEnd(page: Page): Promise<Item | undefined> {
	let found: Item | undefined;
	await expect
		.poll(async () => {
			const { isOver, asked, lead } = await page.evaluate(onPage);
			found = isOver
				? undefined
				: course.items.find(({ stem }) => {
						const parts = partsOfStem(stem);
						return (
							joined(words(parts.question)) === joined(asked) && joined(words(parts.lead)) === joined(lead)
						);
					});
			return isOver || found !== undefined;
		})
		.toBe(true);
	return found;
}

/** A text without its spaces: between paragraphs, a page has some where the text of an item has none. */
function joined(text: string): string {
	return text.replaceAll(/\s+/g, '');
}

/**
 * Runs in the page: whether it shows the end of the session, and else the question that waits to be checked, if any, with
 * what leads up to it.
 */
function onPage(): { isOver: boolean; asked: string; lead: string } {
	const seen = (selector: string) => {
		const element = document.querySelector<HTMLElement>(selector);
		return element?.checkVisibility() ? element : null;
	};
	const isOver = seen('h1[data-focus]') !== null;
	const isAsking = !isOver && seen('button[name="do"][value="check"]') !== null;
	const text = (selector: string) => (isAsking ? (seen(selector)?.innerText ?? '') : '');
	return { isOver, asked: text('h1'), lead: text('.lead') };
}

/** The heading at the end of a session, or of one with nothing to ask. */
export async function closing(page: Page): Promise<string> {
	const heading = page.locator('h1[data-focus]');
	await heading.waitFor();
	return spaced(await heading.innerText());
}

/** Sets the clock of a page; time runs on from there as usual. */
export async function setClock(page: Page, day: string, time = '18:00:00'): Promise<void> {
	await page.clock.setSystemTime(new Date(`${day}T${time}`));
}

/**
 * Waits until the device keeps so many answers. The page must have shown the result of one, and so opened its store.
 */
export async function expectAnswers(page: Page, count: number): Promise<void> {
	await page.getByRole('region', { name: /^(Right|Not right|Partly right)/ }).waitFor();
	await expectReviews(page, count);
}

/** Waits until the device keeps so many answers for self-study. */
export async function expectReviews(page: Page, count: number): Promise<void> {
	await expect.poll(() => answersKept(page)).toBe(count);
}

/** How many answers the log on the device has; 0 where there is no log yet. */
export function answersKept(page: Page): Promise<number> {
	return page.evaluate(
		(name) =>
			new Promise<number>((resolve) => {
				const opening = indexedDB.open(name);
				opening.onupgradeneeded = () => opening.transaction?.abort();
				opening.onerror = () => resolve(0);
				opening.onsuccess = () => {
					const counting = opening.result.transaction('reviews').objectStore('reviews').count();
					counting.onsuccess = () => {
						opening.result.close();
						resolve(counting.result);
					};
				};
			}),
		DATABASE
	);
}
