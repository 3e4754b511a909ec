// The process that serves the app. Everything it serves from is made here once, and passed to whatever
// answers.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { rereadLibrary } from '#lib/bank/watch.server.ts';

import { readArguments } from './server/arguments.ts';
import { compose } from './server/compose.ts';
import { readConfiguration } from './server/configuration.ts';
import { CannotStart, loadHandler } from './server/handler.ts';
import { listen, stop } from './server/listen.ts';
import { logAsJson } from './server/log.ts';
import { refuseUnreadable } from './server/refuse.ts';
import { RenderedOnce } from './server/rendered-once.ts';
import { respondWith } from './server/respond.ts';
import { StaticFiles } from './server/static-files.ts';

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

	if (configuration.logsJson) logAsJson(console, (line) => void process.stderr.write(line));

	const build = new URL('../build/', import.meta.url);
	const handler = await loadHandler(new URL('handler.js', build), configuration);
	const composition = await compose(configuration, { isWatched: watch, mayBeEmpty: false });
	let isStopping = false;
	const server = createServer(
		respondWith({
			services: composition.services,
			files: new StaticFiles(fileURLToPath(new URL('client', build))),
			pages: new RenderedOnce(handler, ({ services }) => services?.library.edition ?? 0),
			sites: configuration,
			origin: configuration.origin,
			trustProxy: configuration.trustProxy,
			isStopping: () => isStopping
		})
	);
	refuseUnreadable(server);
	const address = await listen(server, configuration);

	// A terminal sends the signal to npm, to the script that started us and to us, and each passes it on:
	// once is enough.
	const stopOnce = (): void => {
		if (isStopping) return;
		isStopping = true;
		// Nothing else that keeps the process alive (a timer, a watched folder) is worth waiting for.
		void Promise.all([stop(server), composition.dismiss()])
			.then(composition.close)
			.then(() => process.exit(0));
	};
	process.on('SIGTERM', stopOnce).on('SIGINT', stopOnce);
	// The process that started us and should stop us is gone, even if it had no time to say so.
	process.on('disconnect', stopOnce);
	// From a supervisor this signal means “read your files again”. From a closed terminal it means “stop”,
	// which is the default.
	if (!process.stdin.isTTY) process.on('SIGHUP', () => void rereadLibrary(composition.library, console.log));
	console.log(`Five Points is at ${address}`);
}
