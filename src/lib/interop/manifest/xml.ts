/** An element of XML, written. */
export type Xml = string & { readonly xml: unique symbol };

/** An element with its attributes and what is in it; attributes that are undefined are left out. */
export function element(
	name: string,
	attributes: Record<string, string | undefined> = {},
	...content: readonly (Xml | string)[]
): Xml {
	const written = Object.entries(attributes).flatMap(([key, value]) =>
		value === undefined ? [] : [` ${key}="${escaped(value)}"`]
	);
	return asXml(`<${name}${written.join('')}>${content.join('')}</${name}>`);
}

/** A text as XML. Characters that XML 1.0 cannot hold are left out. */
export function text(value: string): Xml {
	return asXml(escaped(value));
}

/** A file of one element. */
export function xmlFile(root: Xml): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function escaped(value: string): string {
	return value
		.toWellFormed()
		.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll('\n', '&#10;')
		.replaceAll('\r', '&#13;')
		.replaceAll('\t', '&#9;');
}

function isXml(_: string): _ is Xml {
	return true;
}

function asXml(value: string): Xml {
	if (!isXml(value)) throw new TypeError('No text is no XML.');
	return value;
}
