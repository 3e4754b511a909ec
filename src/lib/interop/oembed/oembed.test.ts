import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';

import { asXml, oEmbedOf, USUAL_SIZE } from './oembed.ts';

const quiz = { address: 'https://quiz.example/embed/c?n=3&seed=a', title: 'A "quiz" <1> & more' };
const anySize = { width: null, height: null };

test('a frame is no larger than there is room', () => {
	const sized = (width: string | null, height: string | null) => {
		const { width: wide, height: high } = oEmbedOf(quiz, 'https://quiz.example', { width, height });
		return [wide, high];
	};
	expect(sized('320', '200')).toEqual([320, 200]);
	expect(sized('5000', null)).toEqual([USUAL_SIZE.width, USUAL_SIZE.height]);
	for (const none of ['0', '-3', '1e9', 'x', '', '3.5', '9999999999'])
		expect(sized(none, none)).toEqual([USUAL_SIZE.width, USUAL_SIZE.height]);
});

test('XML tells the same as JSON, whatever a title holds', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (title) => {
			const response = oEmbedOf({ ...quiz, title }, 'https://quiz.example', anySize);
			const parser = new new JSDOM('').window.DOMParser();
			const read = parser.parseFromString(asXml(response), 'text/xml');
			expect(read.querySelector('parsererror')).toBeNull();
			const { children } = read.documentElement;
			expect([...children].map(({ tagName }) => tagName)).toEqual(Object.keys(response));
			if (/^[ -~]*$/.test(title)) expect(read.querySelector('title')?.textContent).toBe(title);
			expect(read.querySelector('html')?.children).toHaveLength(0);
		})
	);
});
