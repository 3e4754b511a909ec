import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { EventStream, frameOf } from './stream.ts';
import { waitFor } from '../../../../tests/wait-for.ts';

let server: Server;
let stream: EventStream;
let closed: () => void;
/** How many bytes wait to be read by the newest reader. */
let waiting: () => number;

beforeEach(async () => {
	closed = vi.fn();
	server = createServer((_, response) => {
		waiting = () => response.writableLength;
		stream = new EventStream(response, Date.now, closed);
		stream.send('view', frameOf('view', { first: true }, 7));
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterEach(async () => {
	server.closeAllConnections();
	await new Promise((done) => server.close(done));
});

function open(): Promise<IncomingMessage> {
	const { port } = server.address() as AddressInfo;
	return new Promise((resolve, reject) => get({ port, host: '127.0.0.1' }, resolve).on('error', reject));
}

test('a frame is one event with its id, whatever its data holds', () => {
	const { bytes, id } = frameOf('view', 'two\nlines\r\u2028', 3);
	expect(id).toBe(3);
	expect(bytes.toString()).toBe('id: 3\nevent: view\ndata: "two\\nlines\\r\u2028"\n\n');
	expect(frameOf('time', 1).bytes.toString()).toBe('event: time\ndata: 1\n\n');
});

test('a reader is told when to come back, and gets what is sent at once and unchanged by proxies', async () => {
	const answer = await open();
	expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
	expect(answer.headers['cache-control']).toBe('no-store, no-transform');
	expect(answer.headers['x-accel-buffering']).toBe('no');
	answer.setEncoding('utf8');
	let read = '';
	answer.on('data', (part: string) => (read += part));
	await waitFor(() => expect(read).toContain('event: view\ndata: {"first":true}\n\n'));
	const [, wait] = /retry: (\d+)\n\n/.exec(read) ?? [];
	expect(Number(wait)).toBeGreaterThanOrEqual(1000);
	expect(Number(wait)).toBeLessThanOrEqual(2000);
});

test('readers that are cut off together come back spread over time', async () => {
	const told = Array.from({ length: 12 }, async () => {
		const answer = await open();
		answer.setEncoding('utf8');
		let read = '';
		answer.on('data', (part: string) => (read += part));
		return waitFor(() => {
			const [, wait] = /retry: (\d+)\n\n/.exec(read) ?? [];
			expect(wait).toBeDefined();
			return Number(wait);
		});
	});
	const waits = await Promise.all(told);
	// Drawn from a thousand: that twelve of them lie within a tenth of that happens once in many millions.
	expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(100);
});

test('a reader that does not read costs one frame of each name, and gets the newest', async () => {
	const answer = await open();
	answer.pause();
	const large = 'x'.repeat(100_000);
	for (let version = 1; version <= 2000; version++)
		stream.send('view', frameOf('view', { version, large }, version));
	expect(waiting()).toBeLessThan(1_000_000);
	let read = '';
	answer.setEncoding('utf8');
	answer.on('data', (part: string) => (read += part));
	answer.resume();
	await waitFor(() => expect(read).toContain('"version":2000'));
	expect(read).not.toContain('"version":1500');
});

test('who is gone is noticed, and who has not read for long is dropped', async () => {
	const one = await open();
	one.destroy();
	await waitFor(() => expect(closed).toHaveBeenCalledTimes(1));
	const other = await open();
	other.pause();
	const gone = new Promise((resolve) => other.once('close', resolve));
	other.on('error', () => undefined);
	for (let version = 1; version <= 200; version++)
		stream.send('view', frameOf('view', { version, large: 'x'.repeat(100_000) }, version));
	stream.beat(performance.now() + 20_000);
	expect(closed).toHaveBeenCalledTimes(1);
	stream.beat(performance.now() + 40_000);
	await waitFor(() => expect(closed).toHaveBeenCalledTimes(2));
	other.resume();
	await gone;
});
