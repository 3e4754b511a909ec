import { expect, test } from 'vitest';

import { cookieFor } from '#lib/server/live/tokens.ts';

import { hostClass, joinClass, serveLive, shakyStores } from '../server/live/staging.ts';
import { openedClass, pupilHere } from './class.server.ts';
import { hostedClass, ownClasses } from './host/host-class.server.ts';

/** The cookies of a device that was told so much. */
function cookiesOf(of: Record<string, string>) {
	return {
		get: (name: string) => of[name],
		getAll: () => Object.entries(of).map(([name, value]) => ({ name, value }))
	};
}

/** A class that this process knows and one that it does not, both with one host, on a store that can stop answering. */
async function twoClasses() {
	const { stores, breakDown, mend } = shakyStores();
	const { address, services } = await serveLive({ stores });
	const [known, other] = [await hostClass(address), await hostClass(address)];
	for (const { id } of [known, other]) await services.live.classes.open(id);
	await services.live.classes.forget(other.id);
	const cookies = cookiesOf({
		[cookieFor('host', known.id)]: known.key,
		[cookieFor('host', other.id)]: other.key
	});
	const at = { cookies, url: new URL(address) };
	const whyNot = async (id: string) => (await hostedClass(id, services, at)).refused;
	return { address, services, known, other, cookies, at, whyNot, breakDown, mend };
}

test('a pupil is told to wait where the store does not answer, and not that there is no such class', async () => {
	const { address, services, known, other, breakDown, mend } = await twoClasses();
	const locals = services;
	const pupil = await joinClass(address, known.id, 'Ada');
	const token = /=([^;]+)/.exec(pupil.cookies)?.[1] ?? '';
	expect(await openedClass({ locals }, 'nobody')).toBe('no-class');
	breakDown();
	expect(await openedClass({ locals }, other.id)).toBe('wait');
	const opened = await openedClass({ locals }, known.id);
	if (typeof opened === 'string') throw new Error(opened);
	const here = (of: string) =>
		pupilHere({ locals, cookies: cookiesOf({ [cookieFor('pupil', known.id)]: of }) }, opened);
	expect(await here(token)).toMatchObject({ name: 'Ada' });
	expect(await here('made.up')).toBe('not-pupil');
	mend();
	expect(await openedClass({ locals }, other.id)).toMatchObject({ kept: { id: other.id } });
});

test('a host is told why there is no class to show, each in its own word', async () => {
	const { services, known, other, at, whyNot, breakDown, mend } = await twoClasses();
	expect(await whyNot(known.id)).toBeNull();
	expect(await whyNot('nobody')).toBe('not-host');
	const stranger = cookiesOf({ [cookieFor('host', known.id)]: 'another' });
	expect((await hostedClass(known.id, services, { ...at, cookies: stranger })).refused).toBe('not-host');
	const without = { ...services, library: { find: () => undefined } };
	expect((await hostedClass(known.id, without, at)).refused).toBe('no-course');
	breakDown();
	expect(await whyNot(other.id)).toBe('wait');
	mend();
	await services.live.services.classes.remove(other.id);
	expect(await whyNot(other.id)).toBe('no-class');
});

test('the classes that can be read are listed, and that others cannot', async () => {
	const { services, known, other, cookies, breakDown, mend } = await twoClasses();
	breakDown();
	expect(await ownClasses(services, cookies)).toMatchObject({ classes: [{ id: known.id }], isPart: true });
	mend();
	const { classes, isPart } = await ownClasses(services, cookies);
	expect([new Set(classes.map(({ id }) => id)), isPart]).toEqual([new Set([known.id, other.id]), false]);
});
