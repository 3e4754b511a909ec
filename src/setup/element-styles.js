import { join } from 'node:path';

/** How Svelte’s plugin names the style of a component. */
const STYLE = /\.svelte\?svelte&type=style&lang\.css$/;

/** How the module is named that passes it on. */
const PASSED = '\0five-points-style:';

/**
 * Has each component pass its style to `src/lib/embed/styles.ts` when its module runs, in place of a sheet of the page or
 * a `<style>`, which the page around an element may forbid.
 *
 * @param {string} root the project’s folder
 * @returns {import('vite').Plugin}
 */
export function elementStyles(root) {
	const styles = JSON.stringify(join(root, 'src/lib/embed/styles.ts'));
	return {
		name: 'five-points-element-styles',
		enforce: 'pre',
		// The name must not end as that of a sheet does.
		resolveId: (id) => (STYLE.test(id) ? `${PASSED}${id.replace(/\?.*$/, '')}.js` : null),
		load(id) {
			if (!id.startsWith(PASSED)) return null;
			const component = id.slice(PASSED.length, -'.js'.length);
			const code = this.getModuleInfo(component)?.meta.svelte?.css?.code;
			if (typeof code !== 'string') throw new Error(`Svelte says nothing of the style of ${component}.`);
			return `import { addStyle } from ${styles};\naddStyle(${JSON.stringify(code.replaceAll(/\s*\n\s*/g, ''))});`;
		}
	};
}
