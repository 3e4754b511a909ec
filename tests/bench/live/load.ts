// The load of `npm run bench -- live`, in a process of its own: `load.ts ADDRESS ID PUPILS CLASSES [SIZE]` plays one question
// with pupils at a server that runs as process ID, and prints what it measured as a line of JSON. With `bare` and the size
// of a view, it asks the bare server.
import { setTimeout as wait } from 'node:timers/promises';

import { usual, type ClassSetup } from '../../../src/lib/classroom/setup.ts';
import { Line, Streams, type Told } from './crowd.ts';
import { usedBy } from './process-figures.ts';

/** What was measured of a class, or of many at once: milliseconds, and bytes. */
export interface Measured {
	join: number;
	/** From the host’s request until the last phone has the question; of several the median. */
	broadcast: number[];
	/** From the first answer sent until the last is acknowledged. */
	answers: number;
	/** The size of a view as it is sent, in bytes. */
	size: number;
	/** Memory of the server for each open stream. */
	memory: number;
	/** Processor time of the server for each join, view and answer, in microseconds. */
	time: { join: number; view: number; answer: number };
}

const [address = '', id = '', pupilCount = '', classCount = '', size = ''] = process.argv.slice(2);
const server = Number(id);
const pupils = Number(pupilCount);
const line = new Line();
const streams = new Streams();

interface Played {
	/** Lets everybody join. */
	join: () => Promise<void>;
	/** Opens a stream for everybody. */
	listen: () => Promise<void>;
	/** Makes the next question appear everywhere. */
	tell: (turn: number) => Promise<unknown>;
	/** Sends everybody’s answer. */
	answer: () => Promise<void>;
}

const BROADCASTS = 5;

const setup: ClassSetup = {
	...{ ...usual, teams: [], closesWhenAll: false, primer: 'paris-call', language: 'en' },
	...{ items: ['launch-event'], seed: 'bench' }
};

const played = classCount === 'bare' ? bare() : classes(Number(classCount));
const started = usedBy(server);
const join = await timed(played.join);
const joined = usedBy(server);
await played.listen();
await quiet();
const listening = usedBy(server);
const broadcast: number[] = [];
const beforeViews = usedBy(server);
for (let turn = 0; turn < BROADCASTS; turn++) {
	const views = streams.next();
	broadcast.push(await timed(() => Promise.all([played.tell(turn), views])));
	await quiet();
}
const afterViews = usedBy(server);
const answers = await timed(played.answer);
const answered = usedBy(server);
const microseconds = (time: number, count: number) => (time * 1000) / count;
const measured: Measured = {
	...{ join, broadcast, answers, size: streams.size, memory: (listening.memory - joined.memory) / pupils },
	time: {
		join: microseconds(joined.time - started.time, pupils),
		view: microseconds(afterViews.time - beforeViews.time, BROADCASTS * pupils),
		answer: microseconds(answered.time - afterViews.time, pupils)
	}
};
console.log(JSON.stringify(measured));
streams.close();
line.close();

/** The bare server: nobody joins there, and nothing is kept. */
function bare(): Played {
	const frame = { view: 'x'.repeat(Math.max(0, Number(size) - 40)) };
	return {
		join: () => Promise.resolve(),
		listen: () => each(() => streams.open(`${address}/stream`)),
		tell: () => line.post(`${address}/tell`, frame),
		answer: () =>
			each(async (pupil) => {
				await line.post(`${address}/answer`, {
					round: 1,
					response: 'a',
					certainty: null,
					key: `key-${pupil}`
				});
			})
	};
}

function classes(count: number): Played {
	const made: { id: string; host: string }[] = [];
	const cookies: string[] = [];
	const of = (pupil: number) => `${address}/live/${made[pupil % count]?.id ?? ''}`;
	let rounds = 0;
	return {
		async join() {
			for (let index = 0; index < count; index++) {
				const told = await asked(line.post(`${address}/live/classes`, { setup }));
				made.push({ id: textIn(told.body, 'id'), host: told.cookie });
			}
			await each(async (pupil) => {
				const joining = { name: `Pupil ${pupil}`, team: null, ticket: `ticket-of-pupil-${pupil}` };
				cookies[pupil] = (await asked(line.post(`${of(pupil)}/join`, joining))).cookie;
			});
		},
		listen: () => each((pupil) => streams.open(`${of(pupil)}/stream?as=pupil`, cookies[pupil])),
		async tell() {
			rounds++;
			await Promise.all(
				made.map(({ id, host }) =>
					asked(line.post(`${address}/live/${id}/event`, { type: 'ask', position: 0 }, host))
				)
			);
		},
		answer: () =>
			each(async (pupil) => {
				const answer = { round: rounds, response: 'igf', certainty: null, key: `key-${pupil}` };
				await asked(line.post(`${of(pupil)}/answer`, answer, cookies[pupil]));
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

/** Resolves once the server has nothing to do for a while: what it does later belongs to what came before. */
async function quiet(): Promise<void> {
	for (let before = -1; usedBy(server).time !== before;) {
		before = usedBy(server).time;
		await wait(500);
	}
}

async function asked(telling: Promise<Told>): Promise<Told> {
	const told = await telling;
	if (told.status !== 200)
		throw new Error(`The server answered ${told.status} ${JSON.stringify(told.body)}.`);
	return told;
}

function textIn(body: unknown, name: string): string {
	const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
	return typeof value === 'string' ? value : '';
}
