import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Adapter } from '@sveltejs/kit';
import type { Plugin, ResolvedConfig } from 'vite';

import { addressOf } from './address-of.ts';
import { askedBy } from './asked.ts';
import { compose, type Composition } from './compose.ts';
import { readConfiguration } from './configuration.ts';
import { CannotStart } from './handler.ts';
import { answerPlainly } from './plain.ts';
import { sayPlainly } from './refuse.ts';

/**
 * Lets Vite’s server answer from the same composition and plain handlers as `npm start`. The files of
 * questions are watched. When one of this code's own files is saved, Vite restarts, and so does this.
 */
export function development(): Plugin {
	const requests = new AsyncLocalStorage<IncomingMessage>();
	let composing: Promise<Composition> | undefined;
	/** Only once it is listening: until then a restarting server still has open what this opens. */
	const composition = (): Promise<Composition> => (composing ??= composeForAuthors());

	async function answer(request: IncomingMessage, response: ServerResponse, next: () => void) {
		try {
			const services = (await composition()).services();
			request.services = services;
			const asked = askedBy(request);
			const address = addressOf(request, false);
			if (await answerPlainly({ asked, address, services, request, response })) return;
			requests.run(request, next);
		} catch (error) {
			sayPlainly(response, 500, error instanceof CannotStart ? error.message : String(error));
		}
	}

	return {
		name: 'five-points-development',
		apply: 'serve',
		configureServer: {
			order: 'pre',
			handler({ config, httpServer, middlewares }) {
				adapterOf(config).emulate = () => ({ platform: () => ({ req: presentIn(requests) }) });
				httpServer?.once('listening', () => void composition().catch(tell));
				middlewares.use((request, response, next) => void answer(request, response, next));
			}
		},
		async closeBundle() {
			const open = await composing?.catch(() => undefined);
			composing = undefined;
			await open?.close();
		}
	};
}

async function composeForAuthors(): Promise<Composition> {
	const configuration = readConfiguration(process.env);
	if ('problems' in configuration) throw new CannotStart(configuration.problems.join('\n'));
	return compose(configuration, { isWatched: true, mayBeEmpty: true });
}

function tell(error: unknown): void {
	console.error(error instanceof CannotStart ? error.message : error);
}

/**
 * The adapter of the app. In production it gives SvelteKit Node's request; without a build, SvelteKit asks
 * the adapter to emulate that.
 */
function adapterOf({ plugins }: ResolvedConfig): Adapter {
	const kit: unknown = plugins.find(({ name }) => name === 'vite-plugin-sveltekit-setup')?.api;
	const adapter = ['options', 'kit', 'adapter'].reduce(property, kit);
	if (!isAdapter(adapter)) throw new Error('SvelteKit’s Vite plugin does not tell its adapter any more.');
	return adapter;
}

function property(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isAdapter(value: unknown): value is Adapter {
	return typeof property(value, 'adapt') === 'function';
}

function presentIn(requests: AsyncLocalStorage<IncomingMessage>): IncomingMessage {
	const request = requests.getStore();
	if (!request) throw new Error('SvelteKit answers a request that did not come through Vite’s server.');
	return request;
}
