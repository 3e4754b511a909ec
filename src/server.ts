// The process that serves the app: configuration, SvelteKit's handler, a graceful stop.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { readArguments } from './server/arguments.ts';
import { readConfiguration } from './server/configuration.ts';
import { CannotStart, loadHandler } from './server/handler.ts';
import { listen, stop } from './server/listen.ts';
import { respondWith } from './server/respond.ts';

try {
	await start();
} catch (error) {
	if (!(error instanceof CannotStart)) throw error;
	console.error(error.message);
	process.exit(1);
}

async function start(): Promise<void> {
	const { watch, unknown } = readArguments(process.argv.slice(2));
	if (unknown !== undefined) throw new CannotStart(unknown);
	const configuration = readConfiguration(process.env);
	if ('problems' in configuration) throw new CannotStart(configuration.problems.join('\n'));

	// The handler reads the questions, and knows of us only what stands here.
	process.env['WATCH'] = watch ? '1' : '';
	const handler = await loadHandler(new URL('../build/handler.js', import.meta.url), configuration);
	const server = createServer(respondWith(handler, configuration.trustProxy));
	console.log(`Five Points is at ${await listen(server, configuration)}`);

	// A file that is sent while another build takes its place is gone in the middle: its reader has nobody to tell.
	process.on('uncaughtException', (error) => {
		if (!isGoneFromBuild(error)) throw error;
		console.error('The app was built anew while it was being served. Stop it and start it again.');
	});

	// A terminal sends the signal to npm, to the script that started us and to us, and they hand it on: once is enough.
	let stopping = false;
	const stopOnce = (): void => {
		if (stopping) return;
		stopping = true;
		// What else keeps the process busy (a timer, a watched folder) is not worth waiting for.
		void stop(server).then(() => process.exit(0));
	};
	process.on('SIGTERM', stopOnce).on('SIGINT', stopOnce);
}

function isGoneFromBuild(error: unknown): boolean {
	if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return false;
	const build = fileURLToPath(new URL('../build/', import.meta.url));
	return error.code === 'ENOENT' && typeof error.path === 'string' && error.path.startsWith(build);
}
