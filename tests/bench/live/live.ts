import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { ownNode } from '../../../src/setup/project.js';
import { startServer } from '../../browser/serve.ts';
import { median } from '../measure.ts';
import { grouped, printTable } from '../table.ts';

/** Pupils, and the classes that they are in. */
const SIZES = [
	{ pupils: 1000, classes: 1 },
	{ pupils: 5000, classes: 1 },
	{ pupils: 5000, classes: 200 }
];

/** What `load.ts` prints. */
interface Measured {
	join: number;
	broadcast: number[];
	answers: number;
	size: number;
	memory: number;
	time: { join: number; view: number; answer: number };
}

/**
 * Plays a question with many pupils at a real server and its real store, and at a bare one that keeps nothing, in the same
 * run. The load comes from a second process.
 */
export async function benchLive(): Promise<void> {
	const rows: string[][] = [];
	for (const { pupils, classes } of SIZES) {
		const ours = await measured(await startServer({ CLASS_PUPILS: String(pupils) }), [pupils, classes]);
		const bare = await measured(await startBare(), [pupils, 'bare', ours.size]);
		const name = `${grouped(pupils)} in ${classes === 1 ? 'one class' : `${classes} classes`}`;
		rows.push(row(`${name}: ours`, ours), row('  bare', bare), [
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
		['', 'all joined', 'question, median', 'all answers kept', 'memory', 'a join', 'a view', 'an answer'],
		rows
	);
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

interface Measurable {
	address: string;
	/** The number of its process. */
	id: number;
	stop: () => Promise<unknown>;
}

async function measured(server: Measurable, more: (string | number)[]): Promise<Measured> {
	try {
		const script = fileURLToPath(new URL('load.ts', import.meta.url));
		const told = await printedBy(script, [server.address, server.id, ...more].map(String));
		return JSON.parse(told) as Measured;
	} finally {
		await server.stop();
	}
}

async function startBare(): Promise<Measurable> {
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
