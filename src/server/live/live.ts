import { isStoreUnavailable } from '#lib/server/database/faults.ts';
import type { LiveClass } from '#lib/server/live/live-class.ts';

import type { Exchange, PlainHandler } from '../plain.ts';
import { sayPlainly } from '../refuse.ts';
import { back, code, create, enter, takeOver } from './door.ts';
import { hosts, pupils } from './inside.ts';
import { stream, view } from './news.ts';
import { refuse } from './refusals.ts';

type Act = (exchange: Exchange) => Promise<void>;

/** What may be done at an address, by method. */
type Methods<Do> = Partial<Record<string, Do>>;

/** What is done for a class that there is, by the address below it. */
const IN_A_CLASS: Partial<Record<string, Methods<(exchange: Exchange, opened: LiveClass) => Promise<void>>>> =
	{
		stream: { GET: stream },
		view: { GET: view },
		join: { POST: enter },
		back: { POST: back },
		host: { POST: takeOver },
		me: { GET: pupils.me },
		own: { GET: pupils.own },
		answer: { POST: pupils.answer },
		event: { POST: hosts.event },
		people: { GET: hosts.people, POST: hosts.change },
		tally: { GET: hosts.tally },
		standings: { GET: hosts.standings },
		report: { GET: hosts.report },
		delete: { POST: hosts.delete }
	};

/**
 * Answers what live classes ask for, at `/live/…`, without SvelteKit: a request costs an eighth of what it would there.
 */
export const answerLive: PlainHandler = async (exchange) => {
	const { asked, response } = exchange;
	const [, first, second] = /^\/live\/([^/]+)(?:\/([^/]+))?$/.exec(asked.path) ?? [];
	if (first === undefined) return false;
	response.setHeader('Cache-Control', 'no-store');
	const methods = methodsAt(first, second);
	const act = methods && Object.hasOwn(methods, asked.method) ? methods[asked.method] : undefined;
	if (!methods) sayPlainly(response, 404, 'There is nothing at this address.');
	else if (!act) sayPlainly(response, 405, 'This address does not do that.', Object.keys(methods).join(', '));
	else await inTrouble(act, exchange);
	return true;
};

function methodsAt(first: string, second: string | undefined): Methods<Act> | undefined {
	if (second === undefined) return first === 'classes' ? { POST: create } : undefined;
	if (first === 'code') return { GET: (exchange) => code(exchange, second) };
	const inClass = Object.hasOwn(IN_A_CLASS, second) ? IN_A_CLASS[second] : undefined;
	if (!inClass) return undefined;
	const acts = Object.entries(inClass).flatMap(([method, act]): [string, Act][] =>
		act ? [[method, (exchange) => inClassOf(first, exchange, act)]] : []
	);
	return Object.fromEntries(acts);
}

async function inClassOf(
	id: string,
	exchange: Exchange,
	act: (exchange: Exchange, opened: LiveClass) => Promise<void>
): Promise<void> {
	// What no server made is not looked for.
	const opened = /^[\w-]{1,64}$/.test(id) ? await exchange.services.live.classes.open(id) : undefined;
	if (opened) await act(exchange, opened);
	else refuse(exchange.response, 'no-class');
}

/** Does something; where the store does not answer, whoever asked is to ask again. */
async function inTrouble(act: Act, exchange: Exchange): Promise<void> {
	try {
		await act(exchange);
	} catch (error) {
		if (!isStoreUnavailable(error)) throw error;
		console.error(error.message);
		refuse(exchange.response, 'wait');
	}
}
