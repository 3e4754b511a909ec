/**
 * The style of everything that an element shows, as sheets that script makes: a page may forbid `<style>` and `style="…"`
 * by its Content-Security-Policy, and takes these all the same. The build passes the style of each component here
 * (`src/setup/element-styles.js`), when the module of the component runs.
 */
const texts: string[] = [];

/** The one sheet of each document, since a sheet cannot be lent to another. */
const sheets = new Map<Document, CSSStyleSheet>();

let isStale = false;

/** Adds the style of a component, for whatever is shown from now on and is shown already. */
export function addStyle(css: string): void {
	texts.push(css);
	if (isStale) return;
	isStale = true;
	// What arrives together is parsed once.
	queueMicrotask(refresh);
}

function refresh(): void {
	isStale = false;
	for (const sheet of sheets.values()) sheet.replaceSync(texts.join('\n'));
}

/**
 * Gives a shadow root the style of all components, those to come included, and one of its own before and after it.
 *
 * @returns takes them away
 */
export function dress(root: ShadowRoot, before: string, after: string): () => void {
	const shared = sheetOf(root.ownerDocument);
	if (isStale) refresh();
	const own = [sheetFor(root.ownerDocument, before), shared, sheetFor(root.ownerDocument, after)];
	root.adoptedStyleSheets.push(...own);
	return () => {
		root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !own.includes(sheet));
	};
}

function sheetOf(document: Document): CSSStyleSheet {
	const sheet = sheets.get(document) ?? sheetFor(document, texts.join('\n'));
	sheets.set(document, sheet);
	return sheet;
}

function sheetFor(document: Document, css: string): CSSStyleSheet {
	const { CSSStyleSheet } = document.defaultView ?? globalThis;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	return sheet;
}
