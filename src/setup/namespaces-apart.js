/** Distinguishes a package as SvelteKit’s client imports it. */
const OF_THE_CLIENT = '?of-the-client';

/**
 * Keeps the object of all that Svelte exports, which SvelteKit’s client asks for, in the chunk of that client: the bundler
 * would make it beside Svelte itself, in what comes before every first question.
 *
 * @type {import('vite').Plugin}
 */
export const namespacesApart = {
	name: 'five-points-namespaces-apart',
	apply: 'build',
	applyToEnvironment: ({ name }) => name === 'client',
	enforce: 'pre',
	resolveId: (id, importer) =>
		id === 'svelte' && importer?.endsWith('/kit/src/runtime/client/client.js') ? id + OF_THE_CLIENT : null,
	load: (id) =>
		id.endsWith(OF_THE_CLIENT) ? `export * from ${JSON.stringify(id.slice(0, -OF_THE_CLIENT.length))};` : null
};
