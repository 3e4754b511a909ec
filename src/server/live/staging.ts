import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as v from 'valibot';
import { onTestFinished } from 'vitest';

import type { Bank } from '#lib/bank/bank.ts';
import { bankWith } from '#lib/bank/fixtures.ts';
import { Library } from '#lib/bank/library.server.ts';
import { setupOf } from '#lib/classroom/fixtures.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';
import { busInProcess } from '#lib/server/bus/in-process.ts';
import type { ClassStores } from '#lib/server/classes/classes.ts';
import { classesInMemory } from '#lib/server/classes/memory.ts';
import { StoreUnavailable } from '#lib/server/database/faults.ts';
import { openLive, type Live, type LiveConfiguration } from '#lib/server/live/live.ts';
import type { Services } from '#lib/server/services.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { parseJson } from '#lib/text/parse-json.ts';

import { RenderedOnce } from '../rendered-once.ts';
import { respondWith, type Answering } from '../respond.ts';
import { emptyServices } from '../staging.ts';
import { StaticFiles } from '../static-files.ts';

/** A server of live classes, which answers over HTTP as the real one. */
export interface LiveServer {
	/** Without a slash at its end. */
	address: string;
	live: Live;
	stores: ClassStores;
	services: Services;
	server: Server;
	/** Ends it, as a server that is told to stop ends. */
	close: () => Promise<void>;
}

/** Serves live classes of one small course on a free port until the test is finished. */
export async function serveLive(
	otherwise: Partial<LiveConfiguration> & { banks?: readonly Bank[]; answering?: Partial<Answering> } = {}
): Promise<LiveServer> {
	const { banks = [bankWith()], answering, ...configuration } = otherwise;
	const folder = mkdtempSync(join(tmpdir(), 'five-points-live-'));
	const stores = configuration.stores ?? classesInMemory();
	const bus = configuration.bus ?? busInProcess(console.error);
	const library = libraryWith(banks);
	const secret = 'only for tests, which guess nothing';
	const live = openLive({
		...{ stores, bus, secret, library: () => library },
		...{
			keepDays: 30,
			mostPupils: 100,
			now: Date.now,
			ticks: configuration.now ?? Date.now,
			...configuration
		}
	});
	const services = { ...emptyServices(), library, bus, live, secret };
	const server = createServer(
		respondWith({
			services: () => services,
			files: new StaticFiles(folder),
			pages: new RenderedOnce(
				(_, response) => void response.writeHead(404).end(),
				() => 1
			),
			...{
				trustProxy: false,
				origin: undefined,
				sites: { frameAncestors: [], embedOrigins: [] },
				isStopping: () => false
			},
			...answering
		})
	).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const close = async () => {
		server.closeAllConnections();
		server.close();
		await live.classes.close();
	};
	onTestFinished(async () => {
		await close();
		rmSync(folder, { recursive: true });
	});
	const { port } = server.address() as AddressInfo;
	return { address: `http://127.0.0.1:${port}`, live, stores, services, server, close };
}

function libraryWith(banks: readonly Bank[]): Library {
	const courses = banks.map((bank) => ({ bank, folder: '', editions: [], locate: () => ({ file: '' }) }));
	return new Library('', { courses, unavailable: [], problems: [] });
}

/** What a request came to: its status, and the JSON of its body. */
export interface DeviceReply {
	status: number;
	body: Partial<Record<string, unknown>>;
	headers: Headers;
}

/** A browser: it has cookies, and sends and reads JSON. */
export class Device {
	/** Of its server, without a slash at its end. */
	readonly address: string;
	readonly #cookies = new Map<string, string>();
	/** All that it was ever sent, as text. */
	read = '';

	constructor(address: string) {
		this.address = address;
	}

	get cookies(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	get(path: string, headers: Record<string, string> = {}): Promise<DeviceReply> {
		return this.#ask(path, {}, headers);
	}

	post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<DeviceReply> {
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		return this.#ask(
			path,
			{ method: 'POST', body: text },
			{ 'Content-Type': 'application/json', ...headers }
		);
	}

	/** Begins to read a stream. */
	open(
		path: string,
		{ headers, signal }: { headers: Record<string, string>; signal: AbortSignal }
	): Promise<Response> {
		return fetch(this.address + path, { signal, headers: { Cookie: this.cookies, ...headers } });
	}

	async #ask(path: string, init: RequestInit, headers: Record<string, string>): Promise<DeviceReply> {
		const answer = await fetch(this.address + path, {
			...init,
			headers: { Cookie: this.cookies, ...headers }
		});
		for (const cookie of answer.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
			this.#cookies.set(name, value);
		}
		const text = await answer.text();
		this.read += text;
		const isJson = /json/.test(answer.headers.get('content-type') ?? '');
		const body = parsed(v.record(v.string(), v.unknown()), isJson ? parseJson(text) : { text }) ?? {};
		return { status: answer.status, body, headers: answer.headers };
	}
}

/** A set-up of the small course. */
export function smallSetup(otherwise: Partial<ClassSetup> = {}): ClassSetup {
	return setupOf({ primer: bankWith().primer.id, items: ['first', 'number'], ...otherwise });
}

/** A ticket to join with. */
export const ticketOf = (name: string) => name.padEnd(16, '-');

/** A class with its host, over HTTP. */
export async function hostClass(address: string, otherwise: Partial<ClassSetup> = {}) {
	const host = new Device(address);
	const { body, status } = await host.post('/live/classes', { setup: smallSetup(otherwise) });
	if (status !== 200) throw new Error(`No class was made: ${JSON.stringify(body)}`);
	const [id, code, key] = [body.id, body.code, body.key].map(String);
	return { host, id: id ?? '', code: code ?? '', key: key ?? '', at: `/live/${id ?? ''}` };
}

/** A device that has joined a class. */
export async function joinClass(address: string, classId: string, name: string): Promise<Device> {
	const device = new Device(address);
	const { body, status } = await device.post(`/live/${classId}/join`, { name, ticket: ticketOf(name) });
	if (status !== 200) throw new Error(`${name} was not let in: ${JSON.stringify(body)}`);
	return device;
}

/** Stores that can stop answering. */
export function shakyStores(): { stores: ClassStores; breakDown: () => void; mend: () => void } {
	let isDown = false;
	const shaky = <Store extends object>(store: Store): Store =>
		new Proxy(store, {
			get(target, name) {
				if (isDown) return () => Promise.reject(new StoreUnavailable('The store is down, for a test.'));
				const found: unknown = Reflect.get(target, name);
				return typeof found === 'function' ? (found.bind(target) as unknown) : found;
			}
		});
	const { classes, pupils, answers } = classesInMemory();
	return {
		stores: { classes: shaky(classes), pupils: shaky(pupils), answers: shaky(answers) },
		breakDown: () => (isDown = true),
		mend: () => (isDown = false)
	};
}
