import type { Locator, Page } from 'playwright-core';

import type { Item } from '#lib/bank/item.ts';

/** Millimetres as a page measures: CSS pixels. */
const MM = 96 / 25.4;

/**
 * What a printer is given: pages by their size in points, 72 to an inch.
 *
 * @param pageRanges which of them, such as `1-2`: to set a page takes longer than to lay out all of them
 */
export async function printedPages(page: Page, pageRanges = ''): Promise<string[]> {
	const pdf = (await page.pdf({ preferCSSPageSize: true, pageRanges })).toString('latin1');
	const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
	return boxes.map(([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`);
}

/** Shows a page as it is printed, as wide as the paper without its margins (in millimetres). */
export async function asPrinted(page: Page, width: number): Promise<void> {
	await page.setViewportSize({ width: Math.floor(width * MM), height: 900 });
	await page.emulateMedia({ media: 'print' });
}

/** How high the tallest of some elements is, in millimetres. */
export async function tallest(elements: Locator): Promise<number> {
	const heights = await elements.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
	return Math.max(0, ...heights) / MM;
}

/** The pixels of an element, as a camera sees them. */
export async function pixelsOf(
	element: Locator
): Promise<{ data: Uint8ClampedArray; width: number; height: number }> {
	const png = (await element.screenshot({ scale: 'css' })).toString('base64');
	const { data, width, height } = await element.page().evaluate(async (address) => {
		const image = new Image();
		image.src = address;
		await image.decode();
		const canvas = new OffscreenCanvas(image.width, image.height);
		const context = canvas.getContext('2d');
		if (!context) throw new Error('no canvas');
		context.drawImage(image, 0, 0);
		const pixels = context.getImageData(0, 0, image.width, image.height);
		return { data: [...pixels.data], width: image.width, height: image.height };
	}, `data:image/png;base64,${png}`);
	return { data: Uint8ClampedArray.from(data), width, height };
}

/** All items, in groups that can each be one form: enemies never meet. */
export function friendly(items: readonly Item[]): Item[][] {
	const groups: Item[][] = [];
	for (const item of items) {
		const isFriend = (other: Item) => !other.enemies.includes(item.id) && !item.enemies.includes(other.id);
		const group = groups.find((each) => each.every(isFriend));
		if (group) group.push(item);
		else groups.push([item]);
	}
	return groups;
}
