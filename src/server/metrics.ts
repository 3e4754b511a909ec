import type { PlainHandler } from './plain.ts';
import { sayPlainly } from './refuse.ts';

/** Gives a Prometheus the figures at `/metrics`, where they are asked for (`METRICS=1`). */
export const metrics: PlainHandler = async ({ asked, services: { figures }, response }) => {
	if (asked.path !== '/metrics' || !figures) return false;
	if (asked.method !== 'GET' && asked.method !== 'HEAD') {
		sayPlainly(response, 405, 'This can only be read.', 'GET, HEAD');
		return true;
	}
	const { type, text } = await figures.written();
	response.setHeader('Content-Type', type);
	response.setHeader('Cache-Control', 'no-store');
	response.writeHead(200).end(asked.method === 'HEAD' ? undefined : text);
	return true;
};
