import type { PlainHandler } from './plain.ts';
import { sayPlainly } from './refuse.ts';

/**
 * Tells a proxy or a supervisor at `/health` that the server answers, how many courses it serves, and a
 * fingerprint that changes with the questions.
 */
export const health: PlainHandler = ({ asked: { method, path }, services: { library }, response }) => {
	if (path !== '/health') return false;
	if (method !== 'GET' && method !== 'HEAD') {
		sayPlainly(response, 405, 'This can only be read.', 'GET, HEAD');
		return true;
	}
	const told = { status: 'ok', courses: library.courses.length, fingerprint: library.fingerprint };
	response.setHeader('Content-Type', 'application/json');
	response.setHeader('Cache-Control', 'no-store');
	response.writeHead(200).end(method === 'HEAD' ? undefined : JSON.stringify(told));
	return true;
};
