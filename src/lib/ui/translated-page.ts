/**
 * Keeps a page right while its browser translates it. Chrome, and what is built on it, puts `<font>` elements in place
 * of each text. The script goes on with the text that was there: what it writes into it nobody would see, and what it
 * takes away by it would stay. So the text goes back to where it was, emptied, beside its translation, and from then on
 * they share one fate: a text that is written anew shows in place of the old translation, until the browser translates
 * that in turn, and a text that is moved or taken away takes its translation along.
 *
 * @param root what may be translated before this is called, and at any time after
 */
export function followTranslation(root: Element): void {
	settleIn(root);
	const observer = new MutationObserver((records) => {
		for (const record of records) follow(record);
		// Nobody else did anything meanwhile: these would tell of what was done here.
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
		// Some leave the text in the new elements: there, another takes its place.
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

/** Lets plain text stand where a translation does, as the script of a page expects it that is yet to begin. */
function settleIn(root: Element): void {
	for (const font of root.querySelectorAll(':not(font) > font')) {
		const { parentNode } = font;
		font.replaceWith(font.textContent);
		parentNode?.normalize();
	}
}
