/**
 * Keeps a page right while its browser translates it. Chrome, and what is built on it, puts `<font>` elements
 * in place of each text. The script still holds the original text node: nobody would see what it writes
 * there, and removing the node would leave the translation. So the node goes back, emptied, beside its
 * translation, and the two stay together. New text in it shows instead of the old translation, until the
 * browser translates it again; moving or removing it does the same to its translation.
 *
 * @param root what may be translated before this is called, and at any time after
 */
export function followTranslation(root: Element): void {
	settleIn(root);
	const observer = new MutationObserver((records) => {
		for (const record of records) follow(record);
		// Nothing else happened meanwhile: these records are our own changes.
		observer.takeRecords();
	});
	observer.observe(root, { subtree: true, childList: true, characterData: true });

	const translations = new WeakMap<Text, { font: HTMLElement; original: string }>();
	const texts = new WeakMap<Node, Text>();

	function follow({ type, target, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord) {
		if (type === 'characterData') {
			if (target instanceof Text) part(target)?.font.remove();
			return;
		}
		for (const node of removedNodes)
			if (node instanceof Text && !translations.has(node)) {
				const font = [...addedNodes, previousSibling, nextSibling].find(isNewTranslation);
				if (font && (!node.isConnected || font.contains(node))) join(node, font);
			}
		for (const node of [...removedNodes, ...addedNodes]) {
			const text = node instanceof Text ? node : texts.get(node);
			if (text) keepTogether(text);
		}
	}

	function isNewTranslation(node: Node | null): node is HTMLElement {
		return node instanceof HTMLElement && node.tagName === 'FONT' && node.isConnected && !texts.has(node);
	}

	function join(text: Text, font: HTMLElement): void {
		const original = text.data;
		// Some leave the text node inside the new elements: there, a copy replaces it.
		if (font.contains(text)) text.replaceWith(original);
		text.data = '';
		font.before(text);
		translations.set(text, { font, original });
		texts.set(font, text);
	}

	function part(text: Text): { font: HTMLElement; original: string } | undefined {
		const translation = translations.get(text);
		translations.delete(text);
		if (translation) texts.delete(translation.font);
		return translation;
	}

	function keepTogether(text: Text): void {
		const font = translations.get(text)?.font;
		if (!font || text.nextSibling === font) return;
		if (text.isConnected && font.isConnected) return text.after(font);
		// Either the script took the text away, or the browser its translation.
		font.remove();
		text.data = part(text)?.original ?? '';
	}
}

/** Turns translations back into plain text, as a page's script expects before it starts. */
function settleIn(root: Element): void {
	for (const font of root.querySelectorAll(':not(font) > font')) {
		const { parentNode } = font;
		font.replaceWith(font.textContent);
		parentNode?.normalize();
	}
}
