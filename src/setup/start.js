// `npm start`: installs what is missing, builds what has changed, and serves. Runs on an older Node, before
// anything is installed, so it and what it imports is plain JavaScript over Node's own modules.
import { build } from './build.js';
import { install } from './install.js';
import { ownNode } from './project.js';
import { runInForeground } from './run.js';
import { runCommand } from './stop.js';

await runCommand(async () => {
	await install();
	await build();
	return runInForeground(ownNode, ['src/server.ts', ...process.argv.slice(2)], {
		env: { NODE_ENV: 'production', ...process.env },
		isLinked: true
	});
});
