/** A quiz that is to stand in somebody else’s page. */
export interface Embedded {
	/** The whole address of the page for frames. */
	address: string;
	/** What it is called, for those who do not see it. */
	title: string;
}

/** The mark-up of a frame of one size, in CSS pixels. It is as wide as there is room. */
export function frameSnippet({ address, title }: Embedded, size: { width: number; height: number }): string {
	const look = `border: 0; width: 100%; max-width: ${size.width}px`;
	return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${size.width}" height="${size.height}" style="${look}" loading="lazy" allow="clipboard-write"></iframe>`;
}

/**
 * The mark-up of a link that a script makes into a frame as high as the quiz; the link is what there is without it.
 *
 * @param script the whole address of `embed.js`
 */
export function fittedSnippet({ address, title }: Embedded, script: string): string {
	return `<a class="five-points" href="${escaped(address)}">${escaped(title)}</a>\n<script async src="${escaped(script)}"></script>`;
}

/** The mark-up of a link. */
export function linkSnippet({ address, title }: Embedded): string {
	return `<a href="${escaped(address)}">${escaped(title)}</a>`;
}

/**
 * The mark-up of the custom element.
 *
 * @param script the whole address of its module
 * @param attributes in their order; one that is undefined is left out
 */
export function elementSnippet(script: string, attributes: Record<string, string | undefined>): string {
	const given = Object.entries(attributes).flatMap(([name, value]) =>
		value === undefined ? [] : ` ${name}="${escaped(value)}"`
	);
	return `<script type="module" src="${escaped(script)}"></script>\n<five-points-quiz${given.join('')}></five-points-quiz>`;
}

/** A text inside HTML or XML, in an element or in an attribute within double quotation marks. */
export function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
