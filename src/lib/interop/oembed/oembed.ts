import { escaped, frameSnippet, type Embedded } from '#lib/interop/snippets/snippets.ts';

/** What a site tells another that asks how to show an address of it: a `rich` response of oEmbed 1.0. */
export interface OEmbed {
	version: '1.0';
	type: 'rich';
	title: string;
	provider_name: string;
	provider_url: string;
	/** How long it may be kept, in seconds. */
	cache_age: number;
	/** The frame, as mark-up. */
	html: string;
	/** Its size, in CSS pixels. */
	width: number;
	height: number;
}

/** The size of a frame that does not say how high it is, in CSS pixels. */
export const USUAL_SIZE = { width: 640, height: 640 };

const DAY = 86_400;

/**
 * How to show a quiz in a frame.
 *
 * @param site where it comes from: its origin
 * @param most the size that there is room for, as it was asked for: `maxwidth` and `maxheight`; what is no size is ignored
 */
export function oEmbedOf(
	embedded: Embedded,
	site: string,
	most: { width: string | null; height: string | null }
): OEmbed {
	const width = Math.min(USUAL_SIZE.width, sizeIn(most.width));
	const height = Math.min(USUAL_SIZE.height, sizeIn(most.height));
	return {
		...{ version: '1.0', type: 'rich', title: embedded.title },
		...{ provider_name: 'Five Points', provider_url: site, cache_age: DAY },
		html: frameSnippet(embedded, { width, height }),
		width,
		height
	};
}

/** The same as XML, as oEmbed writes it. */
export function asXml(response: OEmbed): string {
	const elements = Object.entries(response).map(
		([name, value]) => `<${name}>${escaped(String(value)).replaceAll(NOT_IN_XML, '')}</${name}>`
	);
	return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>`;
}

/** Characters that XML 1.0 cannot hold, not even escaped (2.2). */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function sizeIn(asked: string | null): number {
	return asked !== null && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : Infinity;
}
