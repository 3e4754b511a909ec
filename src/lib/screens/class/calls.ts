import { meSchema, type Me, type SentAnswer } from '#lib/classroom/protocol.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { isMapping } from '#lib/text/mapping.ts';

/** Why a server does not do what it was asked for, in one word. */
export interface Refused {
	refused: string;
}

/** How long the server may take to answer before it is asked again, in milliseconds. */
const PATIENCE = 15_000;

/** The server is to be asked again, as it was, later: nobody has answered, or it cannot do it just now. */
export class AskAgain extends Error {
	override name = 'AskAgain';
	/** Why, in one word. */
	readonly why: 'wait' | 'slow-down';

	constructor(why: 'wait' | 'slow-down', options?: ErrorOptions) {
		super(`The class cannot be asked now (${why}).`, options);
		this.why = why;
	}
}

/**
 * Asks the server of a class for something, or sends it something.
 *
 * @param read what is understood of its answer; undefined for anything else
 * @param body sent as JSON, even if its page is closed meanwhile; undefined: asks with GET
 * @throws {AskAgain} when nobody answers in time, something answers in the server’s place, or it says so itself
 */
export async function askClass<T>(
	address: string,
	read: (told: unknown) => T | undefined,
	body?: unknown
): Promise<T | Refused> {
	// Safari 15 has no AbortSignal.timeout.
	const stop = new AbortController();
	const timer = setTimeout(() => stop.abort(), PATIENCE);
	try {
		const response = await fetch(address, { ...(body !== undefined && posted(body)), signal: stop.signal });
		const told: unknown = await response.json();
		const why = isMapping(told) ? told['refused'] : undefined;
		if (why === 'wait' || why === 'slow-down') throw new AskAgain(why);
		if (typeof why === 'string') return { refused: why };
		const understood = response.ok ? read(told) : undefined;
		if (understood === undefined) throw new AskAgain('wait');
		return understood;
	} catch (error) {
		throw error instanceof AskAgain ? error : new AskAgain('wait', { cause: error });
	} finally {
		clearTimeout(timer);
	}
}

/** Where nobody has answered, it is asked again after so many milliseconds, twice as many the next time, up to the most. */
const AGAIN = { first: 1000, most: 8000 };

/**
 * Asks until the server says something, ever more slowly, where what is asked with would be lost otherwise.
 *
 * @param ask rejects with {@link AskAgain} where it is to be asked again
 * @param delayed called whenever nobody has answered
 * @returns undefined once it is stopped
 */
export async function askUntilTold<T>(
	ask: () => Promise<T>,
	stopped: AbortSignal,
	delayed: () => void
): Promise<T | undefined> {
	for (let wait = AGAIN.first; !stopped.aborted; wait = Math.min(AGAIN.most, 2 * wait)) {
		try {
			return await ask();
		} catch (error) {
			if (!(error instanceof AskAgain)) throw error;
			delayed();
		}
		await new Promise((resolve) => setTimeout(resolve, wait * (1 + randomShare())));
	}
	return undefined;
}

/** Sends an answer; otherwise as {@link askClass}. */
export function sendAnswer(address: string, answer: SentAnswer): Promise<{ kept: string } | Refused> {
	return askClass(
		`${address}/answer`,
		(told) => (isMapping(told) ? { kept: answer.key } : undefined),
		answer
	);
}

/** Asks who this pupil is, and what the server has of them; otherwise as {@link askClass}. */
export function askMe(address: string): Promise<Me | Refused> {
	return askClass(`${address}/me`, (told) => parsed(meSchema, told));
}

/** Joins, and is told who that made of this device; otherwise as {@link askClass}. */
export function join(
	address: string,
	asking: { name: string; team: string | null; ticket: string }
): Promise<Me | Refused> {
	return askClass(`${address}/join`, (told) => parsed(meSchema, told), asking);
}

/** Becomes the host of a class by the key of its link; otherwise as {@link askClass}. */
export function takeOver(address: string, key: string): Promise<{ code: string } | Refused> {
	return askClass(
		`${address}/host`,
		(told) => (isMapping(told) && typeof told['code'] === 'string' ? { code: told['code'] } : undefined),
		{ key }
	);
}

/** Comes back as the pupil of a link; otherwise as {@link askClass}. */
export function comeBack(address: string, token: string): Promise<Me | Refused> {
	return askClass(`${address}/back`, (told) => parsed(meSchema, told), { token });
}

/** Of 128 bits, in hexadecimal. Outside https a page has no `crypto.randomUUID`. */
export function randomKey(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Somewhere from 0 to 1, so that the pages of a class do not all ask at the same moment. */
export function randomShare(): number {
	const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
	return drawn / 2 ** 32;
}

function posted(body: unknown): RequestInit {
	return {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
		keepalive: true
	};
}
