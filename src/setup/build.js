import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ownNode, root } from './project.js';
import { runQuietly } from './run.js';
import { Stop } from './stop.js';
import { fingerprintOfSources } from './version.js';

/** Holds the fingerprint of what was built; SvelteKit empties the folder at every build. */
const STAMP = join(root, 'build/.fingerprint');

/** Builds the app if its sources have changed since the last build. */
export async function build() {
	const current = fingerprintOfSources();
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === current) return;
	console.log('Building …');
	// Every caller, even a test with its own environment, gets the same build.
	const { status, output } = await runQuietly(
		ownNode,
		[join(root, 'node_modules/vite/bin/vite.js'), 'build'],
		{ env: { ...process.env, NODE_ENV: 'production' } }
	);
	if (status !== 0) throw new Stop('The build failed.', 'Fix what it says above, then try again.', output);
	writeFileSync(STAMP, current);
}
