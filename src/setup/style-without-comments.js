/**
 * A style that a component brings itself would bring its comments too; the lines stay where they are.
 *
 * @type {import('svelte/compiler').PreprocessorGroup}
 */
export const styleWithoutComments = {
	name: 'style-without-comments',
	style: ({ content }) => ({
		code: content.replace(
			/("[^"]*"|'[^']*')|\/\*.*?\*\//gs,
			(found, text) => text ?? found.replace(/[^\n]/g, '')
		)
	})
};
