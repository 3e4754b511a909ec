import type { Page } from 'playwright-core';

/**
 * Does to a page what Chrome does when it translates one, except that the words stay: each text is replaced by
 * `<font><font>…</font></font>`, and so is each that appears or changes later. The script of the page still holds the
 * text that was there.
 *
 * @param original whether that text is left detached from the page, or moved into the new elements
 */
export function translate(page: Page, original: 'outside' | 'inside' = 'outside'): Promise<void> {
	return page.evaluate((kept) => {
		const isText = (node: Node): node is Text =>
			node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '';
		const isWord = (node: Node) => isText(node) && !node.parentElement?.closest('font, script, style, title');

		// Only by that name, as such elements are obsolete.
		const element = (name: string) => document.createElement(name);

		function replace(text: Text): void {
			const [outer, inner] = [element('font'), element('font')];
			outer.append(inner);
			if (kept === 'outside') inner.textContent = text.data;
			text.replaceWith(outer);
			if (kept === 'inside') inner.append(text);
		}

		function translateIn(root: Node): void {
			const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			const texts: Text[] = [];
			for (let node: Node | null = root; node; node = walker.nextNode())
				if (isText(node) && isWord(node)) texts.push(node);
			for (const text of texts) replace(text);
		}

		translateIn(document.body);
		new MutationObserver((records) => {
			for (const { target, addedNodes } of records)
				for (const node of [target, ...addedNodes])
					if (node.isConnected && (node !== target || isText(node))) translateIn(node);
		}).observe(document.body, { subtree: true, childList: true, characterData: true });
	}, original);
}
