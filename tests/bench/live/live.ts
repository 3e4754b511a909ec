import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { isKept } from '#lib/bank/serving.ts';
import { readSoundBanks } from '#lib/bank/read.server.ts';
import { usual } from '#lib/classroom/setup.ts';
import { solution } from '#lib/kinds/index.ts';

import { postgres } from '../../../src/setup/postgres.js';
import { ownNode } from '../../../src/setup/project.js';
import { startServer } from '../../browser/serve.ts';
import { startPostgres } from '../../postgres.ts';
import { median } from '../measure.ts';
import { grouped, printTable } from '../table.ts';
import type { Measured, Plan } from './load.ts';

/** Pupils, and the classes that they are in. */
interface Size {
	pupils: number;
	classes: number;
}

const SIZES: Size[] = [
	{ pupils: 1000, classes: 1 },
	{ pupils: 5000, classes: 1 },
	{ pupils: 5000, classes: 200 }
];

/** How many questions are asked, of which the median is taken. */
const QUESTIONS = 5;

const HEAD = [
	...['', 'all joined', 'question, median', 'all answers kept', 'memory'],
	...['a join', 'a view', 'an answer']
];

/**
 * Plays some questions with many pupils at a real server and its real store, and at a bare one that keeps nothing, in the
 * same run; then at one and at two servers that share a PostgreSQL, if there is one. The load comes from a process of its
 * own.
 */
export async function benchLive(): Promise<void> {
	const rows: string[][] = [];
	for (const size of SIZES) {
		const ours = await measuredAt([{}], size);
		const bare = await measuredBare(size.pupils, ours.sizes);
		rows.push(row(`${nameOf(size)}: ours`, ours), row('  bare', bare), [
			'  ours / bare',
			'',
			times(median(ours.broadcast), median(bare.broadcast)),
			times(ours.answers, bare.answers),
			times(ours.memory, bare.memory),
			...['', times(ours.time.view, bare.time.view), times(ours.time.answer, bare.time.answer)]
		]);
	}
	printTable(
		'A live class: milliseconds until the last has it; KiB of memory a stream; microseconds of processor each',
		HEAD,
		rows
	);
	await benchSharing();
}

/** The same at servers that share a PostgreSQL: what one of them carries, and two. */
async function benchSharing(): Promise<void> {
	const programs = await postgres();
	if (programs === undefined) return console.log('\nThere is no PostgreSQL to share classes by.');
	const rows: string[][] = [];
	for (const size of SIZES.slice(1)) {
		for (const count of [1, 2]) {
			const { address, stop } = await startPostgres(programs);
			try {
				const each = { DATABASE_URL: address, SECRET: 'shared by the servers of this benchmark' };
				const measured = await measuredAt(
					Array.from({ length: count }, () => each),
					size
				);
				rows.push(row(`${nameOf(size)}: ${count === 1 ? 'one server' : 'two servers'}`, measured));
			} finally {
				await stop();
			}
		}
	}
	printTable(
		'The same with a PostgreSQL on the same machine; memory and processor are those of the servers',
		HEAD,
		rows
	);
}

function nameOf({ pupils, classes }: Size): string {
	return `${grouped(pupils)} in ${classes === 1 ? 'one class' : `${classes} classes`}`;
}

function row(name: string, { join, broadcast, answers, memory, time }: Measured): string[] {
	return [
		...[name, join < 5 ? '' : grouped(join), grouped(median(broadcast)), grouped(answers)],
		...[(memory / 1024).toFixed(1), time.join < 1 ? '' : grouped(time.join)],
		...[time.view.toFixed(1), grouped(time.answer)]
	];
}

function times(ours: number, bare: number): string {
	return `× ${(ours / bare).toFixed(2)}`;
}

/**
 * What servers of our own carry together.
 *
 * @param environments of each, as they differ from a plain `npm start`
 * @param questions how many are asked
 * @throws {Error} where a server refuses something; what was refused has been printed
 */
export async function measuredAt(
	environments: readonly NodeJS.ProcessEnv[],
	{ pupils, classes }: Size,
	questions = QUESTIONS
): Promise<Measured> {
	const play = { classes, ...(await lesson(questions)) };
	const servers: Running[] = [];
	try {
		for (const environment of environments)
			servers.push(await startServer({ CLASS_PUPILS: String(pupils), ...environment }));
		return await measured(servers, pupils, play);
	} finally {
		await Promise.all(servers.map((server) => server.stop()));
	}
}

/**
 * What the bare server carries.
 *
 * @param sizes of the views that it sends, in bytes
 */
export async function measuredBare(pupils: number, sizes: number[]): Promise<Measured> {
	const server = await startBare();
	try {
		return await measured([server], pupils, { sizes });
	} finally {
		await server.stop();
	}
}

/** Some questions of the course that comes along, and what everybody answers to the last of them. */
async function lesson(
	questions: number
): Promise<Pick<Exclude<Plan['play'], { sizes: unknown }>, 'setup' | 'response'>> {
	const [bank] = await readSoundBanks(fileURLToPath(new URL('../../../questions', import.meta.url)));
	const items = bank?.items.filter((item) => !isKept(item)).slice(0, questions) ?? [];
	const last = items.at(-1);
	if (!bank || !last || items.length < questions)
		throw new Error(
			`The first course in questions/ has no ${questions} questions that a class may be asked.`
		);
	const { id: primer, language } = bank.primer;
	return {
		setup: {
			...{ ...usual, teams: [], closesWhenAll: false, primer, language },
			...{ items: items.map(({ id }) => id), seed: 'bench' }
		},
		response: solution(last)
	};
}

/** A server that runs. */
interface Running {
	address: string;
	/** The number of its process. */
	id: number;
	stop: () => Promise<unknown>;
}

async function measured(servers: readonly Running[], pupils: number, play: Plan['play']): Promise<Measured> {
	const script = fileURLToPath(new URL('load.ts', import.meta.url));
	const plan: Plan = { servers: servers.map(({ address, id }) => ({ address, id })), pupils, play };
	return JSON.parse(await printedBy(script, [JSON.stringify(plan)])) as Measured;
}

async function startBare(): Promise<Running> {
	const script = fileURLToPath(new URL('bare.ts', import.meta.url));
	const child = spawn(ownNode, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
	const [said] = (await once(child.stdout, 'data')) as [Buffer];
	const address = /http\S+/.exec(said.toString())?.[0] ?? '';
	const stop = () => {
		child.kill();
		return once(child, 'close');
	};
	return { address, id: child.pid ?? 0, stop };
}

async function printedBy(script: string, args: readonly string[]): Promise<string> {
	const child = spawn(ownNode, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
	let printed = '';
	child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
	const [status] = (await once(child, 'close')) as [number | null];
	if (status !== 0) throw new Error(`The load ended with ${status ?? 'a signal'}.`);
	return printed;
}
