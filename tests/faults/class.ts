import { expect, onTestFinished, vi } from 'vitest';

import { isItemOf } from '#lib/bank/item.ts';

import { itemOfKind } from '../browser/course.ts';
import type { HostedClass } from '../browser/hosting.ts';
import { startServer, type RunningServer } from '../browser/serve.ts';
import { Phone } from './phones.ts';
import { waitFor } from '../wait-for.ts';

const SECRET = 'only for tests: thirty-two characters and more';

/** What is asked. */
export const item = itemOfKind('single-choice');
const [option] = isItemOf(item, 'single-choice') ? item.interaction.options : [];
if (!option) throw new Error('The item has no option.');
/** What all phones answer. */
export const response = option.id;

/** A server of the test’s own. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<RunningServer> {
	const server = await startServer({ SECRET, ...environment });
	onTestFinished(() => server.stop('SIGKILL').then(() => undefined));
	return server;
}

/** Lets so many pupils join, each with a phone; by one address after another. */
export async function joined(hosted: HostedClass, count: number, ...addresses: string[]): Promise<Phone[]> {
	const phones: Phone[] = [];
	for (let index = 0; index < count; index++) {
		const { cookie } = await hosted.join(`Pupil ${index}`);
		const address = addresses[index % addresses.length] ?? '';
		phones.push(new Phone({ address: `${address}/live/${hosted.id}`, cookie }));
	}
	return phones;
}

/** Waits until all phones are told what goes on. */
export async function allOpen(phones: readonly Phone[]): Promise<void> {
	await waitFor(() => expect(phones.filter(({ link }) => link.state !== 'open')).toHaveLength(0));
}

export async function allAsked(phones: readonly Phone[], round: number): Promise<void> {
	await waitFor(() => expect(phones.every(({ link }) => link.view?.rounds[0]?.number === round)).toBe(true));
}

/** Every answer that was acknowledged is there, and in the end everybody’s. */
export async function nothingIsLost(phones: readonly Phone[], acknowledged: readonly Phone[]): Promise<void> {
	for (const phone of acknowledged) expect(await phone.kept()).toEqual([...phone.acknowledged]);
	await waitFor(() => expect(phones.filter((phone) => phone.acknowledged.size === 0)).toHaveLength(0));
	for (const phone of phones) expect(await phone.kept()).toEqual([...phone.acknowledged]);
}

/** Answers one phone after another, until some have been told that theirs is kept. */
export async function answerUntil(phones: readonly Phone[], some: number): Promise<void> {
	for (const phone of phones) phone.answer(1, response);
	// Looked at so often that the others are still on their way.
	await vi.waitFor(
		() => expect(phones.filter((phone) => phone.acknowledged.size > 0).length).toBeGreaterThan(some),
		{ timeout: 60_000, interval: 1 }
	);
}
