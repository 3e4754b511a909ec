import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';

import { elementSnippet, fittedSnippet, frameSnippet, linkSnippet } from './snippets.ts';

const SIZE = { width: 640, height: 600 };
const elementsIn = (html: string) => [...JSDOM.fragment(html).querySelectorAll('*')];

test('whatever a title and an address hold, they stay what they are, and no mark-up comes of them', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme' }),
			fc.webUrl({ withQueryParameters: true }),
			(text, address) => {
				// A parser makes one of all ways to end a line, and drops what no text may hold.
				const title = `${text.replaceAll(/[\r\0]/g, '')}"'<b>&amp;</a>`;
				const [frame, ...others] = elementsIn(frameSnippet({ address, title }, SIZE));
				expect(others).toEqual([]);
				expect([frame?.getAttribute('src'), frame?.getAttribute('title')]).toEqual([address, title]);
				const [fitted, script] = elementsIn(fittedSnippet({ address, title }, address));
				expect([fitted?.getAttribute('href'), fitted?.textContent]).toEqual([address, title]);
				expect(script?.getAttribute('src')).toBe(address);
				const [link, ...more] = elementsIn(linkSnippet({ address, title }));
				expect([link?.getAttribute('href'), link?.textContent, more]).toEqual([address, title, []]);
				const [, quiz] = elementsIn(elementSnippet(address, { course: title, seed: undefined }));
				expect(quiz?.getAttributeNames()).toEqual(['course']);
				expect(quiz?.getAttribute('course')).toBe(title);
			}
		)
	);
});
