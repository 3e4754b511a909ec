/** How long a page waits for the network where something was kept: milliseconds. */
export const PATIENCE = 3000;

/** Whether an answer is the server’s own: a proxy that cannot reach it answers with one of these. */
function isFromServer({ status }: Response): boolean {
	return status < 502 || status > 504;
}

/**
 * The network’s answer if it comes in time, else what was kept, else the network’s whenever it comes.
 *
 * @param kept looks it up; called only when the network is late or fails
 * @param patience in milliseconds
 * @returns undefined where there is neither
 */
export async function networkFirst(
	network: Promise<Response>,
	kept: () => Promise<Response | undefined>,
	patience = PATIENCE
): Promise<Response | undefined> {
	const answer = network.then(
		(response) => (isFromServer(response) ? response : undefined),
		() => undefined
	);
	return (await inTime(answer, patience)) ?? (await kept()) ?? (await answer);
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
