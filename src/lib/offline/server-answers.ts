/**
 * Whether the server can be reached. A browser that says `online` has only found some network, and says so of a page
 * that has just loaded without one, too. The worker answers no HEAD request, so that an answer is the server's own.
 *
 * @param address a page of this site
 */
export function serverAnswers(address: string): Promise<boolean> {
	return fetch(address, { method: 'HEAD', cache: 'no-store', redirect: 'manual' }).then(
		() => true,
		() => false
	);
}
