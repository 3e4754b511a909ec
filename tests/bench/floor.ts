import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/**
 * The least that a quiz can be: one page written by hand that asks one question with four options and checks the
 * answer. What it takes to load is the floor that the app is compared with.
 */
const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A quiz by hand</title>
<style>
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.5 system-ui, sans-serif }
label { display: block; margin: .5rem 0; padding: .7rem 1rem; border: 1px solid #ccc; border-radius: .5rem }
button { padding: .6rem 1.2rem; font: inherit }
</style>
<h1>At which event was the Paris Call released in November 2018?</h1>
<form>
<label><input type="radio" name="response" value="a"> the Paris Peace Forum</label>
<label><input type="radio" name="response" value="b"> the Internet Governance Forum</label>
<label><input type="radio" name="response" value="c"> the ITU Plenipotentiary</label>
<label><input type="radio" name="response" value="d"> the UN General Assembly</label>
<button name="do" value="check">Check</button>
<p id="feedback" role="status"></p>
</form>
<script>
document.querySelector('form').onsubmit = (event) => {
	event.preventDefault();
	const right = new FormData(event.target).get('response') === 'b';
	const text = right ? 'Right.' : 'Not right. It was the Internet Governance Forum.';
	feedback.textContent = text + ' The forum met in Paris that week, and the speech was given there.';
	feedback.className = 'feedback';
};
</script>
`;

/** A page of somebody else that has the element in it, asking questions of a whole course. */
const pageWithElement = (app: string, language: string, asked: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A page of a course</title>
<link rel="icon" href="data:,">
<script type="module" src="${app}/embed/five-points-quiz.js"></script>
<h1>A page of a course</h1>
<five-points-quiz course="${app}/paris-call/course.json?language=${language}&amp;items=later" language="${language}" ${asked} keep="page"></five-points-quiz>
`;

interface Served {
	address: string;
	stop: () => void;
}

/** Serves the page written by hand, gzipped, on a free port of this machine. */
export function serveFloor(): Promise<Served> {
	return serve(page);
}

/**
 * Serves a page with the element of an app, in a language.
 *
 * @param app its address, without a final slash
 * @param asked the attributes that say what it asks; by default one question with four options
 */
export function serveElement(app: string, language = 'en', asked = 'items="launch-event"'): Promise<Served> {
	return serve(pageWithElement(app, language, asked));
}

async function serve(text: string): Promise<Served> {
	const body = gzipSync(text);
	const server = createServer((_, response) => {
		response
			.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
			.end(body);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	return { address: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}
