// A bare Node server with streams and posts, which keeps nothing: what a live class is measured against. Its process says
// where it is as ours does.
import { createServer, type ServerResponse } from 'node:http';

const streams = new Set<ServerResponse>();

const server = createServer((request, response) => {
	if (request.url === '/stream') {
		response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
		response.write('retry: 1000\n\n');
		streams.add(response);
		response.once('close', () => streams.delete(response));
		return;
	}
	let body = '';
	request.setEncoding('utf8');
	request.on('data', (chunk: string) => (body += chunk));
	request.on('end', () => {
		response.setHeader('content-type', 'application/json');
		if (request.url === '/tell') {
			const frame = `event: view\ndata: ${body}\n\n`;
			for (const stream of streams) stream.write(frame);
		}
		const { key } = JSON.parse(body) as { key?: string };
		response.end(JSON.stringify({ kept: key }));
	});
});
// Everybody comes at once, as in a hall.
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
	const address = server.address();
	if (address !== null && typeof address === 'object')
		console.log(`Five Points is at http://127.0.0.1:${address.port}`);
});
process.on('SIGTERM', () => process.exit(0));
