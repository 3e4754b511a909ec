/** How long a page waits for the network if something was kept, in milliseconds. */
export const PATIENCE = 3000;

/** Whether an answer is the server’s own: a proxy that cannot reach it answers with one of these. */
function isFromServer({ status }: Response): boolean {
	return status < 502 || status > 504;
}

/** Looks up what was kept; undefined if there is nothing. What cannot be read counts as nothing. */
type LookUp = () => Promise<Response | undefined>;

/**
 * The network’s answer if it comes in time; otherwise what was kept; otherwise the network’s, whenever it comes.
 *
 * @param kept called only when the network is late or fails
 * @returns undefined if there is neither
 */
export async function networkFirst(network: Promise<Response>, kept: LookUp): Promise<Response | undefined> {
	const answer = fromServer(network);
	return (await inTime(answer, PATIENCE)) ?? (await kept().catch(() => undefined)) ?? (await answer);
}

/**
 * The network’s answer whenever it comes; what was kept only if it fails.
 *
 * @param kept called only when the network fails
 * @returns undefined if there is neither
 */
export async function networkElse(network: Promise<Response>, kept: LookUp): Promise<Response | undefined> {
	return (await fromServer(network)) ?? (await kept().catch(() => undefined));
}

/** The server’s own answer; undefined when there is none. */
function fromServer(network: Promise<Response>): Promise<Response | undefined> {
	return network.then(
		(response) => (isFromServer(response) ? response : undefined),
		() => undefined
	);
}

/** What comes within some milliseconds; undefined when nothing does. */
async function inTime<T>(coming: Promise<T>, patience: number): Promise<T | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const over = new Promise<undefined>((resolve) => {
		timer = setTimeout(resolve, patience, undefined);
	});
	try {
		return await Promise.race([coming, over]);
	} finally {
		clearTimeout(timer);
	}
}
