// `npm run bench`: measures scoring, reading questions and scheduling; what the server keeps in a second, and what it
// answers; then the quiz page in a browser, and how long a long history takes to open. `npm run bench -- logic`,
// `stores`, `requests`, `page`, `opening`, `live` or `simulation` measures one of them.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { browser } from '../../src/setup/browser.js';
import { build } from '../../src/setup/build.js';
import { startServer } from '../browser/serve.ts';
import { benchLive } from './live/live.ts';
import { benchOpening } from './opening.ts';
import { benchPage } from './page.ts';
import { benchRequests } from './requests.ts';

const benchmarks: Record<string, () => Promise<void> | void> = {
	logic: () => inItsOwnProcess('logic'),
	stores: () => inItsOwnProcess('stores'),
	requests: async () => {
		await build();
		await benchRequests();
	},
	page,
	opening,
	live: async () => {
		await build();
		await benchLive();
	},
	simulation: () => inItsOwnProcess('simulation')
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
	console.error(
		`There is no benchmark “${unknown.join('”, “')}”. Name one of ${Object.keys(benchmarks).join(', ')}.`
	);
	process.exitCode = 2;
} else {
	for (const [name, bench] of Object.entries(benchmarks)) {
		if (named.length === 0 || named.includes(name)) await bench();
	}
}

/** In a process of its own, which the rest neither warms up nor burdens. */
function inItsOwnProcess(name: string): void {
	const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
	const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
	if (status !== 0) process.exitCode = 1;
}

async function opening(): Promise<void> {
	await build();
	await benchOpening(await browser());
}

async function page(): Promise<void> {
	const executable = await browser();
	await build();
	const server = await startServer();
	try {
		await benchPage(server.address, executable);
	} finally {
		await server.stop();
	}
}
