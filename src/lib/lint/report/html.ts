/** Markup that is safe to put into a page as it is. */
export class Html {
	readonly markup: string;
	constructor(markup: string) {
		this.markup = markup;
	}
}

type Value = Html | readonly Html[] | string | number;

/** Markup from a template: texts put into it are escaped, markup is used as it is, lists are joined. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
	return new Html(strings.reduce((before, text, index) => before + written(values[index - 1] ?? '') + text));
}

function written(value: Value): string {
	if (value instanceof Html) return value.markup;
	if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
	return value.map(({ markup }) => markup).join('\n');
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
