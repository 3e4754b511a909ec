/**
 * Whether the server can be reached. A browser that says `online` has only found some network, and says so
 * even for a page that has just loaded without one. The worker never answers HEAD requests, so an answer
 * comes from the server.
 *
 * @param address a page of this site
 */
export function serverAnswers(address: string): Promise<boolean> {
	return fetch(address, { method: 'HEAD', cache: 'no-store', redirect: 'manual' }).then(
		() => true,
		() => false
	);
}
