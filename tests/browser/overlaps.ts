import type { Page } from 'playwright-core';

/**
 * What of the page is written over something else: pairs of words, or of words and a field or a button, that cover one
 * another. What is drawn may overlap, and so may what lies on a layer of its own, such as an open menu. What is cut at an
 * edge of the window, where nobody can scroll to it, is among them.
 */
export function overlaps(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		interface Box {
			element: Element;
			layer: Element | null;
			words: string;
			left: number;
			right: number;
			top: number;
			bottom: number;
		}

		const layers = new Map<Element, Element | null>();
		/** What lies over the page and cannot be seen through. */
		function layerOf(element: Element | null): Element | null {
			if (!element) return null;
			const known = layers.get(element);
			if (known !== undefined) return known;
			const { position, backgroundColor, backgroundImage } = getComputedStyle(element);
			const isOpaque = backgroundImage !== 'none' || !/, 0\)$/.test(backgroundColor);
			const covers = isOpaque && /fixed|sticky|absolute/.test(position);
			const layer = covers || element.matches('dialog') ? element : layerOf(element.parentElement);
			layers.set(element, layer);
			return layer;
		}

		/** Whether it is there for eyes, not for screen readers alone. */
		function isSeen(element: Element): boolean {
			if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
			if (element.closest('svg')) return false;
			for (let around: Element | null = element; around; around = around.parentElement)
				if (getComputedStyle(around).clipPath === 'inset(50%)') return false;
			return true;
		}

		/** The part of a box that its scrolling ancestors show, without what lines of one text share above and below. */
		function boxOf(element: Element, rect: DOMRect, words: string, spare: number): Box[] {
			let { left, right, top, bottom } = rect;
			top += spare * rect.height;
			bottom -= spare * rect.height;
			for (let around: Element | null = element; around; around = around.parentElement) {
				if (getComputedStyle(around).overflow === 'visible' || around === document.documentElement) continue;
				const shown = around.getBoundingClientRect();
				left = Math.max(left, shown.left);
				right = Math.min(right, shown.right);
				top = Math.max(top, shown.top);
				bottom = Math.min(bottom, shown.bottom);
			}
			const isThere = right - left > 2 && bottom - top > 2;
			return isThere ? [{ element, layer: layerOf(element), words, left, right, top, bottom }] : [];
		}

		const boxes: Box[] = [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let text = texts.nextNode(); text; text = texts.nextNode()) {
			const element = text.parentElement;
			const words = text.textContent?.trim() ?? '';
			if (!element || words === '' || !isSeen(element)) continue;
			const range = document.createRange();
			range.selectNodeContents(text);
			for (const rect of range.getClientRects()) boxes.push(...boxOf(element, rect, words, 0.25));
		}
		for (const field of document.querySelectorAll('input, select, textarea, button, .button'))
			if (isSeen(field)) boxes.push(...boxOf(field, field.getBoundingClientRect(), field.outerHTML, 0));

		const cut = boxes
			.filter(
				({ left, right, element }) => (left < -1 || right > innerWidth + 1) && !element.closest('.skip')
			)
			.map(({ words }) => `${words.slice(0, 80)} | the edge of the window`);
		boxes.sort((one, other) => one.top - other.top);
		const covered = boxes.flatMap((one, index) => {
			const found: string[] = [];
			for (const other of boxes.slice(index + 1)) {
				if (other.top > one.bottom - 1) break;
				const isOver = Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1;
				const isWithin = one.element.contains(other.element) || other.element.contains(one.element);
				if (isOver && !isWithin && one.layer === other.layer)
					found.push(`${one.words.slice(0, 80)} | ${other.words.slice(0, 80)}`);
			}
			return found;
		});
		return [...cut, ...covered];
	});
}
