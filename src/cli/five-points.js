#!/usr/bin/env node
// The command as npm finds it, which may start on an older Node. So this is plain JavaScript over Node's own
// modules, and hands over to the Node that comes with the project, since only that one runs TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { ownNode } from '../setup/project.js';

/** The first version that runs the project's TypeScript as it is. */
const NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
	const { main } = await import('./main.ts');
	process.exitCode = await main(process.argv.slice(2));
} else if (existsSync(ownNode)) {
	const script = fileURLToPath(import.meta.url);
	const { status } = spawnSync(ownNode, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
	process.exitCode = status ?? 1;
} else {
	console.error(
		`five-points needs Node ${NEEDED}; this is ${process.version}, and the project’s own is not in place.`
	);
	console.error('Run “npm install” in the project’s folder, which brings it along, and try again.');
	process.exitCode = 1;
}
