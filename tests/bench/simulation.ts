// A country’s worth of classes, as a calculation: what 1,000,000 pupils in 40,000 classes ask of processes, databases and
// the bus, second by second. `npm run bench -- simulation`. It places classes as the server does, by the same hash, and
// takes the sizes of what is sent from the course itself; what one process and one database carry is measured by
// `npm run bench -- live` and `stores` (docs/scale.md has the figures of one machine).
import { fileURLToPath } from 'node:url';

import { openLibrary } from '../../src/lib/bank/current-library.server.ts';
import type { Random } from '../../src/lib/chance/random.ts';
import { seeded } from '../../src/lib/chance/random.ts';
import type { ClassEvent } from '../../src/lib/classroom/event.ts';
import { folded, newClass } from '../../src/lib/classroom/fold.ts';
import { usual } from '../../src/lib/classroom/setup.ts';
import { viewFor } from '../../src/lib/classroom/view.ts';
import { ranked } from '../../src/lib/server/classes/among-databases.ts';
import { CARRIED } from './carried.ts';
import { amount } from './measure.ts';
import { grouped, printTable } from './table.ts';

const CLASSES = amount(40_000, 100);
const PUPILS = 25;
const PROCESSES = 64;
const DATABASES = 8;
const ITEMS = 6;

/** How long pupils think: half of them at most the first, hardly any longer than the second, in seconds. */
const THINKING = { median: 20, longest: 60 };

/** How often an answer is changed while the item is open. */
const CHANGED = 0.2;

/** Within so many seconds all classes begin, and then everybody of a class joins. */
const BEGINNING = { classes: 120, pupils: 120 };

/** Between the reveal of an item and the next one, and between its end and the reveal, in seconds. */
const BETWEEN = { reveal: 5, next: 45 };

/** A host and the pupils’ processes read at most so often in a second what has changed beside the log. */
const READINGS = 3;

/** The whole of a simulated lesson, in seconds. */
const LENGTH =
	BEGINNING.classes + BEGINNING.pupils + ITEMS * (THINKING.longest + BETWEEN.reveal + BETWEEN.next) + 60;

/** What happens in one second at one place. */
interface Second {
	joins: number;
	answers: number;
	/** Events written to logs. */
	events: number;
	/** Views written to streams. */
	frames: number;
	/** What streams and answers to requests carry. */
	bytes: number;
	/** Readings of logs, of lists of pupils and of who has answered. */
	reads: number;
	/** Notices that go over the bus to other processes; one for each that listens. */
	heard: number;
}

type Load = Record<keyof Second, Float64Array>;

function newLoad(): Load {
	const zeros = () => new Float64Array(LENGTH);
	return {
		...{ joins: zeros(), answers: zeros(), events: zeros(), frames: zeros() },
		...{ bytes: zeros(), reads: zeros(), heard: zeros() }
	};
}

/** Bytes of what is sent, by the course that comes with the project. */
interface Sizes {
	asked: number;
	revealed: number;
	/** The answer to a request of a phone, with its headers. */
	answer: number;
}

/** How the phones of a class come to a process: as the balancer has it, or by the id of the class in the address. */
type Balancing = 'anywhere' | 'by class';

const NAMES: Record<keyof Second, string> = {
	joins: 'pupils who join',
	answers: 'answers',
	events: 'events of classes',
	frames: 'views sent',
	bytes: 'bytes sent',
	reads: 'readings of the store',
	heard: 'notices heard of others'
};

const library = await openLibrary(fileURLToPath(new URL('../../questions', import.meta.url)));
const sizes = sizesIn();
for (const balancing of ['anywhere', 'by class'] as const) simulate(balancing);

function simulate(balancing: Balancing): void {
	const random = seeded('simulation');
	const processNames = Array.from({ length: PROCESSES }, (_, index) => `process-${index}`);
	const databaseNames = Array.from({ length: DATABASES }, (_, index) => `database-${index}`);
	const processes = processNames.map(newLoad);
	const databases = databaseNames.map(newLoad);
	const streams = processNames.map(() => 0);
	let published = 0;

	for (let index = 0; index < CLASSES; index++) {
		const id = `class-${index}`;
		const home = databaseNames.indexOf(ranked(id, databaseNames)[0] ?? '');
		const own = balancing === 'by class' ? processNames.indexOf(ranked(id, processNames)[0] ?? '') : -1;
		const anyProcess = () => (balancing === 'by class' ? own : Math.floor(random() * PROCESSES));
		const hostAt = anyProcess();
		const pupilsAt = Array.from({ length: PUPILS }, anyProcess);
		const readers = new Map<number, number>();
		for (const at of [hostAt, ...pupilsAt]) readers.set(at, (readers.get(at) ?? 0) + 1);
		for (const [at, count] of readers) streams[at] = (streams[at] ?? 0) + count;
		const database = databases[home];
		if (!database) continue;

		/** How much is told of the class in a second. */
		const told = new Map<number, number>();
		const tell = (from: number, second: number): void => {
			published++;
			countUp(told, second);
			// A process hears from the others alone.
			addTo(processes[from], 'heard', second, -1);
		};
		const begin = random() * BEGINNING.classes;
		const joined = new Map<number, number>();
		for (const at of pupilsAt) {
			const second = begin + random() * BEGINNING.pupils;
			countAt(processes[at], database, 'joins', second);
			addTo(processes[at], 'bytes', second, sizes.answer);
			countUp(joined, second);
			tell(at, second);
		}
		readAtMost(joined, [...readers.keys()], processes, database);

		let second = begin + BEGINNING.pupils;
		const happens = (bytes: number): void => {
			countAt(processes[hostAt], database, 'events', second);
			tell(hostAt, second);
			for (const [at, count] of readers) {
				addTo(processes[at], 'frames', second, count);
				addTo(processes[at], 'bytes', second, count * bytes);
				addTo(processes[at], 'reads', second, 1);
				add(database, 'reads', second, 1);
			}
		};
		for (let item = 0; item < ITEMS; item++) {
			happens(sizes.asked);
			const answered = new Map<number, number>();
			let last = 0;
			for (const at of pupilsAt) {
				const times = random() < CHANGED ? 2 : 1;
				for (let time = 0; time < times; time++) {
					const after = thinking(random);
					last = Math.max(last, after);
					countAt(processes[at], database, 'answers', second + after);
					addTo(processes[at], 'bytes', second + after, sizes.answer);
					countUp(answered, second + after);
					tell(at, second + after);
					if (at !== hostAt) {
						addTo(processes[at], 'reads', second + after, 1);
						add(database, 'reads', second + after, 1);
					}
				}
			}
			// Where an answer is kept, it is seen whether that was the last one, and a host is told how many there are.
			readAtMost(answered, new Set([hostAt]), processes, database);

			second += last;
			happens(sizes.asked);
			second += BETWEEN.reveal;
			happens(sizes.revealed);
			second += BETWEEN.next;
		}
		for (const [at, count] of told)
			for (const reader of readers.keys()) addTo(processes[reader], 'heard', at, count);
	}
	report(balancing, { processes, databases, streams, published });
}

/** What changes beside the log is read at most three times a second by each process that cares. */
function readAtMost(
	changes: ReadonlyMap<number, number>,
	readers: Iterable<number>,
	processes: readonly Load[],
	database: Load
): void {
	for (const [second, count] of changes) {
		for (const at of readers) {
			addTo(processes[at], 'reads', second, Math.min(READINGS, count));
			add(database, 'reads', second, Math.min(READINGS, count));
		}
	}
}

interface Simulated {
	processes: readonly Load[];
	databases: readonly Load[];
	streams: readonly number[];
	published: number;
}

function report(balancing: Balancing, { processes, databases, streams, published }: Simulated): void {
	const all = summed(processes);
	const inAll = (figure: keyof Second) => Math.max(...all[figure]);
	const busiest = (loads: readonly Load[], figure: keyof Second) =>
		Math.max(...loads.map((load) => Math.max(...load[figure])));
	const rows = (['joins', 'answers', 'events', 'frames', 'bytes', 'reads', 'heard'] as const).map(
		(figure) => [
			NAMES[figure],
			grouped(inAll(figure)),
			grouped(busiest(processes, figure)),
			figure === 'frames' || figure === 'bytes' || figure === 'heard'
				? ''
				: grouped(busiest(databases, figure))
		]
	);
	printTable(
		`${grouped(CLASSES * PUPILS)} pupils in ${grouped(CLASSES)} classes, phones come to a process ${balancing}: in the busiest second`,
		['', 'in all', `of ${PROCESSES} processes`, `of ${DATABASES} databases`],
		rows
	);
	const mostStreams = Math.max(...streams);
	const written = (load: Load) =>
		Math.max(
			...Array.from(load.answers, (answers, at) => answers + (load.joins[at] ?? 0) + (load.events[at] ?? 0))
		);
	const walls: [string, number, number][] = [
		['streams of a process', mostStreams, CARRIED.streams],
		['answers to a process, a second', busiest(processes, 'answers'), CARRIED.answers],
		['views from a process, a second', busiest(processes, 'frames'), CARRIED.frames],
		['rows into a database, a second', Math.max(...databases.map(written)), CARRIED.rows],
		['readings of a database, a second', busiest(databases, 'reads'), CARRIED.reads],
		['notices over the bus, a second', Math.max(...all.heard), CARRIED.notices]
	];
	walls.sort(
		([, asked, carried], [, otherAsked, otherCarried]) => carried / asked - otherCarried / otherAsked
	);
	printTable(
		'Walls, the nearest first',
		['', 'asked', 'carried', 'times as much'],
		walls.map(([name, asked, carried]) => [
			name,
			grouped(asked),
			grouped(carried),
			asked === 0 ? 'never' : (carried / asked).toFixed(1)
		])
	);
	console.log(
		`\nMemory for the streams of the busiest process: ${grouped((mostStreams * CARRIED.bytesPerStream) / 2 ** 20)} MiB. ` +
			`Told in the whole lesson: ${grouped(published)} notices. Rows: ${grouped(total(all, 'answers') + total(all, 'joins') + total(all, 'events'))}, of which ${grouped(total(all, 'answers'))} are answers.`
	);
}

function summed(loads: readonly Load[]): Load {
	const sum = newLoad();
	for (const load of loads)
		for (const figure of Object.keys(NAMES) as (keyof Second)[])
			load[figure].forEach((value, at) => add(sum, figure, at, value));
	return sum;
}

function total(load: Load, figure: keyof Second): number {
	return load[figure].reduce((sum, value) => sum + value, 0);
}

function add(load: Load, figure: keyof Second, second: number, value: number): void {
	const at = Math.min(LENGTH - 1, Math.floor(second));
	load[figure][at] = (load[figure][at] ?? 0) + value;
}

/** Adds to what happens at a process. */
function addTo(load: Load | undefined, figure: keyof Second, second: number, value: number): void {
	if (load) add(load, figure, second, value);
}

function countAt(
	load: Load | undefined,
	database: Load,
	figure: 'joins' | 'answers' | 'events',
	second: number
): void {
	addTo(load, figure, second, 1);
	add(database, figure, second, 1);
}

function countUp(counts: Map<number, number>, second: number): void {
	const at = Math.floor(second);
	counts.set(at, (counts.get(at) ?? 0) + 1);
}

/** How long a pupil thinks, in seconds: lognormally distributed, as times of answers are. */
function thinking(random: Random): number {
	const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	return Math.min(THINKING.longest, THINKING.median * Math.exp(0.6 * normal));
}

/** The mean sizes of views of all items of a course, as they are sent. */
function sizesIn(): Sizes {
	const [bank] = library.now.all();
	if (!bank) throw new Error('There is no course to take the sizes from.');
	const sent = (events: ClassEvent[], item: string) => {
		const setup = {
			...{ ...usual, teams: [], primer: bank.primer.id, language: bank.primer.language },
			...{ items: [item], seed: 'simulation' }
		};
		const state = folded(newClass({ setup, createdAt: 0 }), events);
		return Buffer.byteLength(
			`id: 1\nevent: view\ndata: ${JSON.stringify(viewFor('pupil', state, 1, bank))}\n\n`
		);
	};
	const asked: ClassEvent = { type: 'ask', at: 1, position: 0 };
	const shown: ClassEvent[] = [asked, { type: 'close', at: 2, round: 1 }, { type: 'reveal', at: 3 }];
	const mean = (events: ClassEvent[]) =>
		bank.items.reduce((sum, { id }) => sum + sent(events, id), 0) / bank.items.length;
	return { asked: mean([asked]), revealed: mean(shown), answer: 700 };
}
