// The load of `npm run bench -- live`, in a process of its own: `load.ts PLAN`, a plan as JSON, lets pupils play some
// questions at running servers, and prints what it measured as a line of JSON.
import { setTimeout as wait } from 'node:timers/promises';

import type { ClassSetup } from '../../../src/lib/classroom/setup.ts';
import { Line, Streams, type ServerReply } from './crowd.ts';
import { usedBy, type Used } from './process-figures.ts';

/** What is to be played, and where. */
export interface Plan {
	/** All of them have the same classes; pupils come to each in turn, and hosts to the first. */
	servers: { address: string; /** The number of its process. */ id: number }[];
	pupils: number;
	/** Some questions in so many classes; or, at a bare server, as many views of these sizes in bytes. */
	play:
		| { classes: number; setup: ClassSetup; /** What everybody answers to the last. */ response: unknown }
		| Sizes;
}

interface Sizes {
	sizes: number[];
}

/** What was measured of a class, or of many at once: milliseconds, and bytes. */
export interface Measured {
	join: number;
	/** From the host’s request until the last phone has the question, for each question. */
	broadcast: number[];
	/** From the first answer sent until the last is acknowledged. */
	answers: number;
	/** The size of the view of each question as it is sent, in bytes. */
	sizes: number[];
	/** Memory of the servers for each open stream. */
	memory: number;
	/** Processor time of the servers for each join, view and answer, in microseconds. */
	time: { join: number; view: number; answer: number };
}

/** How the pupils of a plan do something. */
interface Played {
	/** Lets everybody join. */
	join: () => Promise<void>;
	/** Opens a stream for everybody. */
	listen: () => Promise<void>;
	/** Makes each question appear everywhere. */
	tell: (() => Promise<unknown>)[];
	/** Sends everybody’s answer. */
	answer: () => Promise<void>;
}

const { servers, pupils, play } = JSON.parse(process.argv[2] ?? '') as Plan;
const line = new Line();
const streams = new Streams();

const played = 'sizes' in play ? bare(play.sizes) : classes(play);
const started = used();
const join = await timed(played.join);
const joined = used();
await played.listen();
await quiet();
const listening = used();
const broadcast: number[] = [];
const sizes: number[] = [];
for (const tell of played.tell) {
	const views = streams.next();
	broadcast.push(await timed(() => Promise.all([tell(), views])));
	sizes.push(streams.size);
	await quiet();
}
const told = used();
const answers = await timed(played.answer);
const answered = used();
const microseconds = (before: Used, after: Used, count: number) =>
	((after.time - before.time) * 1000) / count;
const measured: Measured = {
	...{ join, broadcast, answers, sizes, memory: (listening.memory - joined.memory) / pupils },
	time: {
		join: microseconds(started, joined, pupils),
		view: microseconds(listening, told, broadcast.length * pupils),
		answer: microseconds(told, answered, pupils)
	}
};
console.log(JSON.stringify(measured));
streams.close();
line.close();

/** The bare server: nobody joins there, and nothing is kept. */
function bare(bytes: readonly number[]): Played {
	const [{ address } = { address: '' }] = servers;
	// What else stands in a view as it is sent.
	const around = Buffer.byteLength('event: view\ndata: {"view":""}');
	return {
		join: () => Promise.resolve(),
		listen: () => each(() => streams.open(`${address}/stream`)),
		tell: bytes.map(
			(size) => () => line.post(`${address}/tell`, { view: 'x'.repeat(Math.max(0, size - around)) })
		),
		answer: () =>
			each(async (pupil) => {
				const answer = { round: 1, response: 'a', certainty: null, key: `key-${pupil}` };
				await line.post(`${address}/answer`, answer);
			})
	};
}

function classes({ classes: count, setup, response }: Exclude<Plan['play'], Sizes>): Played {
	const made: { id: string; host: string }[] = [];
	const cookies: string[] = [];
	const at = (server: number, id = '') => `${servers[server % servers.length]?.address ?? ''}/live/${id}`;
	// Those of a class come to all servers, too.
	const of = (pupil: number) => at(Math.floor(pupil / count), made[pupil % count]?.id);
	return {
		async join() {
			for (let index = 0; index < count; index++) {
				const { body, cookie } = await done('A class', line.post(at(0, 'classes'), { setup }));
				made.push({ id: textIn(body, 'id'), host: cookie });
			}
			await each(async (pupil) => {
				const joining = { name: `Pupil ${pupil}`, team: null, ticket: `ticket-of-pupil-${pupil}` };
				cookies[pupil] = (await done('Joining', line.post(`${of(pupil)}/join`, joining))).cookie;
			});
		},
		listen: () => each((pupil) => streams.open(`${of(pupil)}/stream?as=pupil`, cookies[pupil])),
		tell: setup.items.map((item, position) => async () => {
			const ask = { type: 'ask', position };
			const asking = made.map(({ id, host }) => line.post(`${at(0, id)}/event`, ask, host));
			await Promise.all(asking.map((each) => done(`The question ${item}`, each)));
		}),
		answer: () =>
			each(async (pupil) => {
				const answer = { round: setup.items.length, response, certainty: null, key: `key-${pupil}` };
				await done('An answer', line.post(`${of(pupil)}/answer`, answer, cookies[pupil]));
			})
	};
}

/** Does something for each pupil, all at once. */
async function each(work: (pupil: number) => Promise<void>): Promise<void> {
	await Promise.all(Array.from({ length: pupils }, (_, pupil) => work(pupil)));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** What all servers have used so far. */
function used(): Used {
	const each = servers.map(({ id }) => usedBy(id));
	const sum = (figure: keyof Used) => each.reduce((before, { [figure]: more }) => before + more, 0);
	return { memory: sum('memory'), time: sum('time') };
}

/** Resolves once the servers have nothing to do for a while: what they do later belongs to what came before. */
async function quiet(): Promise<void> {
	for (let before = -1; used().time !== before;) {
		before = used().time;
		await wait(500);
	}
}

/** @throws {Error} where the server refuses it; the message says what */
async function done(what: string, telling: Promise<ServerReply>): Promise<ServerReply> {
	const told = await telling;
	if (told.status !== 200)
		throw new Error(`${what} was answered ${told.status} ${JSON.stringify(told.body)}.`);
	return told;
}

function textIn(body: unknown, name: string): string {
	const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
	return typeof value === 'string' ? value : '';
}
