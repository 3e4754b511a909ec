/** Whether the pages of a route stand in somebody else’s pages, with nothing of ours around them. */
export function isEmbedded(route: string | null): boolean {
	return route?.startsWith('/embed/') ?? false;
}
