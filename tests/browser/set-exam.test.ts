import type { Page } from 'playwright-core';
import { describe, expect, inject, onTestFinished } from 'vitest';

import { expectAccessible, test, tooWide } from './browser.ts';
import { course, spaced } from './course.ts';
import { beginExam, expectFocus, expectHeading, openLive, press, question } from './learner.ts';
import { SHIFTED, startServer, type RunningServer } from './serve.ts';

const path = `/${course.primer.id}/teach`;
const HOUR = 3_600_000;

let server: RunningServer | undefined;

/**
 * Starts a server of its own, for what would be in the way of others, until the pages of the test are closed: they go on
 * loading what comes next.
 */
async function serve(environment: NodeJS.ProcessEnv = {}): Promise<string> {
	const started = (server = await startServer(environment));
	onTestFinished(async () => {
		await started.stop();
	});
	return started.address;
}

/** What a teacher asks for, by the names of the form. */
type Wish = Partial<Record<'opens' | 'closes' | 'password' | 'once' | 'longer', string>>;

/** Has links made as the page for teachers does, and returns what their addresses hold: that for all, then those with extra time. */
async function setExams(origin: string, wish: Wish, choice = 'n=3&seed=s'): Promise<[string, ...string[]]> {
	const response = await postTo(`${origin}${path}?/seal&${choice}`, wish);
	const found = (await response.text()).matchAll(/value="[^"]*quiz\?exam=([\w.-]+)/g);
	const [link, ...longer] = Array.from(found, ([, each]) => each ?? '');
	if (link === undefined) throw new Error(`No link was made: ${response.status}`);
	return [link, ...longer];
}

/** Has the one link made that is for all. */
async function setExam(origin: string, wish: Wish, choice?: string): Promise<string> {
	const [link] = await setExams(origin, wish, choice);
	return link;
}

/** What a sitting asks, in its order: of the data of its page, in which objects and lists have the places of what they hold. */
async function askedIn(origin: string, begun: Response): Promise<string[]> {
	const start = `${origin}/${course.primer.id}/quiz/__data.json`;
	const page: unknown = await (await fetch(`${start}?sitting=${sittingAt(begun)}`)).json();
	const { nodes } = page as { nodes: { data?: unknown[] }[] };
	const held = nodes.at(-1)?.data ?? [];
	const form = held.find((each) => each instanceof Object && 'items' in each && 'extraTime' in each);
	const places = held[(form as { items: number } | undefined)?.items ?? -1] as number[] | undefined;
	return (places ?? []).map((place) => String(held[place]));
}

/** Begins an exam as its start page does. */
function begin(origin: string, link: string, given: { password?: string; cookie?: string } = {}) {
	const { password = '', cookie } = given;
	return postTo(`${origin}/${course.primer.id}/quiz?/start&exam=${link}`, { password }, cookie);
}

function postTo(address: string, fields: Record<string, string>, cookie?: string): Promise<Response> {
	const { origin } = new URL(address);
	return fetch(address, {
		method: 'POST',
		redirect: 'manual',
		headers: { Origin: origin, Accept: 'text/html', ...(cookie !== undefined && { cookie }) },
		body: new URLSearchParams(fields)
	});
}

/** The cookie whose name begins so, as a device sends it back. */
const cookieIn = (response: Response, name: string) =>
	response.headers
		.getSetCookie()
		.find((each) => each.startsWith(name))
		?.split(';')[0] ?? '';

const sittingAt = (response: Response) =>
	/sitting=([\w.-]+)/.exec(response.headers.get('location') ?? '')?.[1];
const iso = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

/** Opens the form of an exam, unless it is open. */
async function openExam(page: Page): Promise<void> {
	const form = page.locator('details.exam');
	if ((await form.getAttribute('open')) === null) await form.locator('summary').first().click();
}

/** Makes the link on the page, by its form. */
async function fillIn(page: Page, { password = '' }: Wish): Promise<string> {
	await openExam(page);
	await page.getByRole('textbox', { name: 'Password' }).fill(password);
	await press(page, 'Make the exam’s link');
	await page.getByRole('heading', { name: 'Link to the exam' }).waitFor();
	const box = page.getByRole('region', { name: 'Link to the exam' });
	return box.getByRole('textbox', { name: 'Link' }).inputValue();
}

for (const javaScriptEnabled of [true, false])
	test(`an exam with a password, once on a device, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
		newPage,
		trouble
	}) => {
		trouble.expect(/status of 403/);
		const origin = inject('address');
		const teacher = await newPage({ baseURL: origin, javaScriptEnabled });
		await teacher.goto(`${path}?points=2&n=3&seed=s`);
		const address = await fillIn(teacher, { password: 'sesame' });
		expect(address).not.toMatch(/sesame|points|seed/);
		await teacher.getByText('Takes the password that you gave').waitFor();
		await teacher.getByText('3 minutes allowed').waitFor();
		const list = teacher.getByRole('region', { name: 'What learners see' });
		const shown = await list.locator('summary > span:first-child').allInnerTexts();

		const page = await newPage({ baseURL: origin, javaScriptEnabled });
		await page.goto(address);
		await page.getByText('3 questions').waitFor();
		const password = page.getByLabel('Password of the exam');
		expect((await password.boundingBox())?.height, 'pixels of a field of one line').toBeLessThan(70);
		await password.fill('Sesame');
		await press(page, 'Begin');
		await page.getByRole('alert').getByText('That is not the password.').waitFor();
		if (javaScriptEnabled) await expectFocus(password);
		await password.fill('sesame');
		await press(page, 'Begin');
		await page.waitForURL(/[?&]sitting=/);
		const sitting = page.url();
		const asked = await question(page).innerText();
		expect(spaced(asked)).toBe(spaced(shown[0] ?? ''));

		await page.goto(address);
		expect(page.url()).toBe(sitting);
		const other = await newPage({ baseURL: origin, javaScriptEnabled });
		await other.goto(address);
		await other.getByLabel('Password of the exam').fill('sesame');
		await press(other, 'Begin');
		await other.waitForURL(/[?&]sitting=/);
		expect(other.url()).not.toBe(sitting);
		expect(await question(other).innerText()).toBe(asked);
	});

describe('extra time', () => {
	const choice = 'n=4&minutes=10&seed=s';

	for (const draw of ['same', 'own'])
		test(`comes in links of their own to the same exam, which nobody makes of the other: ${draw} questions`, async () => {
			const origin = inject('address');
			const wish = { password: 'sesame', once: '1', longer: '1.5,2' };
			const links = await setExams(origin, wish, `${choice}&draw=${draw}`);
			expect(links).toHaveLength(3);
			const begun = await Promise.all(links.map((link) => begin(origin, link, { password: 'sesame' })));
			const [all = [], ...longer] = await Promise.all(begun.map((each) => askedIn(origin, each)));
			expect(all).toHaveLength(4);
			for (const asked of longer)
				if (draw === 'same') expect(asked).toEqual(all);
				else expect(asked).not.toEqual(all);
			const minutes = async (link: string, more = '') => {
				const page = await fetch(`${origin}/${course.primer.id}/quiz?exam=${link}${more}`);
				return /([\d.]+) minutes/.exec(await page.text())?.[1];
			};
			expect(await Promise.all(links.map((link) => minutes(link)))).toEqual(['10', '15', '20']);
			expect(await minutes(links[0], '&extra=2&longer=2')).toBe('10');
			// Who has begun by one of them goes on by any.
			const cookie = cookieIn(begun[0] ?? Response.error(), 'exam-');
			for (const link of links)
				expect(sittingAt(await begin(origin, link, { cookie }))).toBe(
					sittingAt(begun[0] ?? Response.error())
				);
			expect(sittingAt(await begin(origin, links[1] ?? '', { password: 'guess' }))).toBeUndefined();
		});

	test('is told before the exam, and nobody can give it to themselves', async ({ newPage }) => {
		const origin = inject('address');
		const [plain, longer] = await setExams(origin, { longer: '1.5' }, choice);
		const page = await newPage({ baseURL: origin });
		await page.goto(`/paris-call/quiz?exam=${plain}`);
		await page.getByText('If you have a right to extra time, ask your teacher before you begin').waitFor();
		await page.goto(`/paris-call/quiz?exam=${longer}`);
		await page.getByText('15 minutes, extra time included').waitFor();
		expect(await page.getByRole('combobox', { name: 'Extra time' }).count()).toBe(0);
	});

	test('is ticked beside the window, or chosen beside the time limit, and is kept when the exam is changed', async ({
		newPage
	}) => {
		const origin = inject('address');
		for (const javaScriptEnabled of [true, false]) {
			const page = await newPage({ baseURL: origin, javaScriptEnabled });
			await page.goto(`${path}?${choice}&extra=1.4`);
			await openExam(page);
			await page.getByRole('checkbox', { name: 'twice as long' }).check();
			await fillIn(page, {});
			await page.getByText('10 minutes allowed').waitFor();
			for (const minutes of [14, 20]) {
				const box = page.getByRole('region', { name: `Link with extra time: ${minutes} minutes` });
				const learner = await newPage({ baseURL: origin });
				await learner.goto(await box.getByRole('textbox', { name: 'Link' }).inputValue());
				await learner.getByText(`${minutes} minutes, extra time included`).waitFor();
			}
			await page.getByRole('link', { name: 'Change the exam' }).click();
			await page.getByRole('heading', { name: 'Link for a class' }).waitFor();
			for (const name of ['× 1.4', 'twice as long'])
				expect(await page.getByRole('checkbox', { name }).isChecked(), name).toBe(true);
			await page.getByRole('checkbox', { name: '× 1.4' }).uncheck();
			await fillIn(page, {});
			expect(await page.getByRole('heading', { name: /^Link with extra time: / }).allInnerTexts()).toEqual([
				'Link with extra time: 20 minutes'
			]);
		}
	});

	test('counts with the others where the teacher reads the results', async ({ newPage }) => {
		const origin = inject('address');
		const codes: string[] = [];
		for (const link of await setExams(origin, { longer: '1.5' }, `${choice}&kinds=single-choice`)) {
			const learner = await newPage({ baseURL: origin });
			await learner.context().grantPermissions(['clipboard-read', 'clipboard-write']);
			await learner.goto(`/paris-call/quiz?exam=${link}`);
			await beginExam(learner);
			await learner.getByRole('radio').first().check();
			await press(learner, 'Overview');
			await press(learner, 'Hand in');
			await expectHeading(learner, / of 4 marks$/);
			await press(learner, 'Copy the code for your teacher');
			await learner.getByRole('status').getByText('Copied.').waitFor();
			codes.push(await learner.evaluate(() => navigator.clipboard.readText()));
		}
		const teacher = await newPage({ baseURL: origin });
		await openLive(teacher, `${path}/results`);
		await teacher.getByRole('textbox', { name: 'Codes' }).fill(codes.join('\n'));
		await press(teacher, 'Read the codes');
		await teacher.getByText('2 results were read.').waitFor();
		// Both were asked the same first question.
		const hardest = teacher.getByRole('region', { name: 'Questions, the hardest first' });
		expect(await hardest.locator('.items > li').count()).toBe(1);
	});
});

test('what was typed for an exam is kept when it is changed, but for the password, and the page says so', async ({
	newPage
}) => {
	const origin = inject('address');
	for (const javaScriptEnabled of [true, false]) {
		const page = await newPage({ baseURL: origin, javaScriptEnabled });
		await page.goto(`${path}?points=2&n=3&seed=s`);
		await openExam(page);
		const [opens, closes] = ['2030-01-02T08:30', '2030-01-02T10:00'];
		await page.getByLabel('Opens', { exact: true }).fill(opens);
		await page.getByLabel('Closes', { exact: true }).fill(closes);
		await page.getByRole('checkbox', { name: 'One sitting on each device' }).uncheck();
		await fillIn(page, { password: 'sesame' });
		const typed = async () => ({
			opens: await page.getByLabel('Opens', { exact: true }).inputValue(),
			closes: await page.getByLabel('Closes', { exact: true }).inputValue(),
			isOnce: await page.getByRole('checkbox', { name: 'One sitting on each device' }).isChecked()
		});
		const kept = { opens, closes, isOnce: false };
		expect(await typed()).toEqual(kept);
		await page.getByText('The password is not kept: give it again if you make another link.').waitFor();
		await page.getByRole('link', { name: 'Change the exam' }).click();
		await page.getByRole('heading', { name: 'Link for a class' }).waitFor();
		expect(await typed()).toEqual(kept);
		await page.getByRole('spinbutton', { name: 'Questions' }).fill('4');
		if (javaScriptEnabled) await page.getByRole('spinbutton', { name: 'Questions' }).blur();
		else await press(page, 'Show what this gives');
		await page.getByText('4 questions').first().waitFor();
		expect(await typed()).toEqual(kept);
		const again = await fillIn(page, { password: 'sesame' });
		await page.getByText('Takes the password that you gave').waitFor();
		const learner = await newPage({ baseURL: origin, javaScriptEnabled });
		await learner.goto(again);
		await learner.getByText(/^This exam opens on 2 January 2030/).waitFor();
		expect(await learner.getByText(/^It can be begun once on each device/).count()).toBe(0);
	}
});

test('what is typed and ticked for an exam stays while the choice beside it changes', async ({ newPage }) => {
	const page = await newPage();
	await page.goto(`${path}?points=2&n=3&seed=s`);
	await openExam(page);
	const once = page.getByRole('checkbox', { name: 'One sitting on each device' });
	await once.uncheck();
	const opens = page.getByLabel('Opens', { exact: true });
	await opens.fill('2030-01-02T08:30');
	const longer = page.locator('[name=longer]').first();
	await page.locator('details', { has: longer }).last().locator('summary').click();
	await longer.check();
	for (const count of ['4', '5']) {
		await page.getByRole('spinbutton', { name: 'Questions' }).fill(count);
		await page.getByRole('spinbutton', { name: 'Questions' }).blur();
		await page.getByText(`${count} questions`).first().waitFor();
		expect(await opens.inputValue()).toBe('2030-01-02T08:30');
		expect(await once.isChecked()).toBe(false);
		expect(await longer.isChecked()).toBe(true);
	}
});

describe('an exam with a window', () => {
	test('opens and closes by the server’s clock, with a word before and after', async ({
		newPage,
		trouble
	}) => {
		trouble.expect(/status of 403/);
		const origin = await serve(SHIFTED);
		const link = await setExam(origin, { opens: iso(0.5), closes: iso(1.5) }, 'n=3&minutes=90&seed=s');
		// A device whose clock is wrong changes nothing.
		const page = await newPage({ baseURL: origin });
		await page.clock.setFixedTime(Date.now() + HOUR);
		await page.goto(`/paris-call/quiz?exam=${link}`);
		await page.getByText(/^This exam opens on .*\d{2}:\d{2}/).waitFor();
		expect(await page.getByRole('button', { name: 'Begin' }).count()).toBe(0);
		expect(await begin(origin, link)).toMatchObject({ status: 403 });

		await server?.passHour();
		await page.getByRole('link', { name: 'Look again' }).click();
		await page.getByText(/^It closes on .*\d{2}:\d{2}/).waitFor();
		await press(page, 'Begin');
		await page.waitForURL(/[?&]sitting=/);

		await server?.passHour();
		expect(await begin(origin, link)).toMatchObject({ status: 403 });
		const late = await newPage({ baseURL: origin });
		await late.goto(`/paris-call/quiz?exam=${link}`);
		await late.getByText(/^This exam closed on /).waitFor();
		// Who was still writing had ninety minutes, and is graded all the same.
		await page.reload();
		await expectHeading(page, '0 of 3 marks');
	});

	test('is in the time zone of the teacher’s device', async ({ newPage }) => {
		const page = await newPage({ timezoneId: 'Asia/Tokyo' });
		await openLive(page, path);
		await openExam(page);
		await page.getByLabel('Opens').fill('2199-01-02T10:00');
		const address = await fillIn(page, {});
		await page.getByText('Opens on 2 January 2199 at 10:00 GMT+9.').waitFor();
		const learner = await newPage({ timezoneId: 'UTC' });
		await learner.goto(address);
		await learner.getByText(/^This exam opens on 2 January 2199 at 01:00/).waitFor();
	});

	test('that cannot be is refused with the reason, and what was typed stays', async ({
		newPage,
		trouble
	}) => {
		trouble.expect(/status of 400/);
		const page = await newPage();
		await openLive(page, path);
		await openExam(page);
		await page.getByLabel('Opens').fill('2199-01-02T10:00');
		await page.getByLabel('Closes').fill('2199-01-01T10:00');
		await press(page, 'Make the exam’s link');
		await page.getByRole('alert').getByText('The exam would close before it opens.').waitFor();
		expect(await page.getByLabel('Opens').inputValue()).toBe('2199-01-02T10:00');
	});
});

describe('nobody begins an exam', () => {
	test('by another link than the teacher’s', async () => {
		const origin = inject('address');
		const link = await setExam(origin, { opens: iso(1), password: 'sesame', once: '1' });
		const flipped = (at: number) =>
			`${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`;
		const terms = [iso(-1), '?n=3', true, null, null, null, false];
		const readable = Buffer.from(JSON.stringify(terms)).toString('base64url');
		const places = Array.from({ length: 8 }, (_, place) => Math.floor((place * link.length) / 8));
		for (const forged of [
			...places.map(flipped),
			link.slice(0, -4),
			readable,
			`${readable}.`,
			`${readable}.${link}`
		]) {
			const response = await begin(origin, forged, { password: 'sesame' });
			expect(sittingAt(response)).toBeUndefined();
			const page = await fetch(`${origin}/paris-call/quiz?exam=${forged}`);
			expect(await page.text()).not.toContain('name="password"');
		}
	});

	test('knowing what was picked for it: no link, and no page before it, names a question', async () => {
		const origin = inject('address');
		const picked = course.items.filter(({ enemies }) => enemies.length === 0).slice(0, 3);
		const choice = `pick=hand&items=${picked.map(({ id }) => id).join(',')}`;
		const link = await setExam(origin, { opens: iso(1) }, choice);
		const start = `${origin}/${course.primer.id}/quiz`;
		const pages = [`${start}?exam=${link}`, `${start}/__data.json?exam=${link}`];
		const texts = await Promise.all(pages.map(async (page) => (await fetch(page)).text()));
		const parts = link.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
		for (const text of [link, ...parts, ...texts])
			for (const { id } of picked) expect(text).not.toContain(id);
		const open = await setExam(origin, {}, choice);
		const running = await fetch(`${start}?sitting=${sittingAt(await begin(origin, open))}`);
		expect(await running.text()).toContain(picked[0]?.id);
	});

	test('by trying passwords: after some, none of that device is looked at for a while', async () => {
		const origin = await serve();
		const link = await setExam(origin, { password: 'sesame' });
		const first = await begin(origin, link, { password: 'guess' });
		const cookie = cookieIn(first, 'tries-');
		expect(first.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/i);
		for (let tries = 0; tries < 20; tries++)
			expect((await begin(origin, link, { password: `guess ${tries}`, cookie })).status).toBe(403);
		const response = await begin(origin, link, { password: 'sesame', cookie });
		expect(response.status).toBe(429);
		expect(await response.text()).toMatch(/Try again in \d+ seconds\./);
		// Another exam of the same server is not held up.
		const other = await setExam(origin, { password: 'sesame' });
		expect(sittingAt(await begin(origin, other, { password: 'sesame', cookie }))).toBeDefined();
		// Nor is the rest of the school, which shares the address; neither is who has a name of their own making.
		for (const another of [undefined, `${cookie}x`, cookieIn(await begin(origin, link), 'tries-')]) {
			const given = { password: 'sesame', ...(another !== undefined && { cookie: another }) };
			expect(sittingAt(await begin(origin, link, given))).toBeDefined();
		}
	});

	test('by trying passwords as ever new devices: an address has its limit, too', async () => {
		const origin = await serve();
		const link = await setExam(origin, { password: 'sesame' });
		const statuses = new Set<number>();
		for (let tries = 0; tries < 4000 && !statuses.has(429); tries += 50) {
			const those = Array.from({ length: 50 }, () => begin(origin, link, { password: 'guess' }));
			for (const { status } of await Promise.all(those)) statuses.add(status);
		}
		expect([...statuses].sort()).toEqual([403, 429]);
	});

	test('twice with the cookie that tells of the first time, be it with a forged one', async () => {
		const origin = inject('address');
		const link = await setExam(origin, { once: '1' });
		const first = await begin(origin, link);
		const cookie = cookieIn(first, 'exam-');
		expect(first.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/i);
		expect(sittingAt(await begin(origin, link, { cookie }))).toBe(sittingAt(first));
		const forged = `${cookie.split('=')[0]}=https://example.org`;
		expect((await begin(origin, link, { cookie: forged })).headers.get('location')).toMatch(
			/^\?sitting=[\w.-]+$/
		);
	});

	test('without a cookie the link of any exam may be begun again where once is not asked for', async () => {
		const origin = inject('address');
		const link = await setExam(origin, {});
		const [one, other] = [await begin(origin, link), await begin(origin, link)];
		expect(one.headers.getSetCookie().filter((each) => each.startsWith('exam-'))).toEqual([]);
		expect(sittingAt(one)).not.toBe(sittingAt(other));
	});
});

test('no page before such an exam, and no answer to who may not begin it, tells the seed that draws it', async () => {
	const origin = inject('address');
	const same = 'n=3&seed=s';
	const link = await setExam(origin, { opens: iso(1), password: 'orange' }, same);
	const start = `${origin}/${course.primer.id}/quiz`;
	const answers = [
		await fetch(`${start}?exam=${link}`),
		await fetch(`${start}/__data.json?exam=${link}`),
		await begin(origin, link),
		await begin(origin, link, { password: 'orange' })
	];
	const texts = await Promise.all(answers.map((answer) => answer.text()));
	for (const text of texts) expect(text).not.toMatch(/["']?seed["']?\s*:|"seed"/);
	const open = await setExam(origin, {}, same);
	const sitting = sittingAt(await begin(origin, open));
	const running = await fetch(`${start}?sitting=${sitting}`);
	expect(await running.text(), 'the seed where it may be told').toMatch(/seed/);
});

test('no page of such an exam is kept anywhere', async () => {
	const origin = inject('address');
	const link = await setExam(origin, { once: '1' });
	const { headers } = await fetch(`${origin}/paris-call/quiz?exam=${link}`);
	expect(headers.get('cache-control')).toBe('no-store');
});

for (const [name, look] of Object.entries({
	'light and wide': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
	'dark and narrow': { colorScheme: 'dark', viewport: { width: 320, height: 900 } }
} as const))
	test(`axe finds nothing, and nothing is too wide, ${name}`, async ({ newPage, trouble }) => {
		trouble.expect(/status of 403/);
		const origin = await serve(SHIFTED);
		const page = await newPage({ baseURL: origin, ...look });
		const expectFit = async () => {
			await expectAccessible(page);
			expect(await tooWide(page)).toBe(0);
		};
		await openLive(page, path);
		await fillIn(page, { password: 'sesame' });
		await expectFit();
		const link = await setExam(origin, {
			opens: iso(0.5),
			closes: iso(1.5),
			password: 'sesame',
			once: '1'
		});
		const address = `/paris-call/quiz?exam=${link}`;
		await page.goto(address);
		await expectFit();
		await server?.passHour();
		await page.goto(address);
		await expectFit();
		await page.getByLabel('Password of the exam').fill('open');
		await press(page, 'Begin');
		await page.getByRole('alert').waitFor();
		await expectFit();
		await server?.passHour();
		await page.goto(address);
		await expectFit();
	});
