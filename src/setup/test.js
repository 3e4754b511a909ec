// `npm test`: installs what is missing, a browser, a PostgreSQL and a NATS too, builds what has changed, and runs the tests;
// arguments go to Vitest: `npm test -- src/lib/kinds`. Plain JavaScript for the same reason as start.js.
import { join } from 'node:path';

import { browser } from './browser.js';
import { build } from './build.js';
import { install } from './install.js';
import { nats } from './nats.js';
import { postgres } from './postgres.js';
import { ownNode, root } from './project.js';
import { runInForeground } from './run.js';
import { runCommand } from './stop.js';

await runCommand(async () => {
	await install();
	const chromium = await browser();
	const database = await postgres();
	const messenger = await nats();
	await build();
	return runInForeground(
		ownNode,
		[
			// For its threads, in which components are tested: what a test makes is of no use soon.
			...['--max-semi-space-size=64', join(root, 'node_modules/vitest/vitest.mjs')],
			...['run', ...process.argv.slice(2)],
			...['--reporter=default', '--reporter=./tests/count-reporter.ts']
		],
		{
			env: {
				...process.env,
				FIVE_POINTS_CHROMIUM: chromium,
				FIVE_POINTS_POSTGRES: database ?? 'none',
				FIVE_POINTS_NATS: messenger ?? 'none'
			}
		}
	);
});
