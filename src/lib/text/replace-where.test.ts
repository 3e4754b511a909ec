import fc from 'fast-check';
import { expect, test } from 'vitest';

import { replaceWhere } from './replace-where.ts';

const texts = fc.array(fc.constantFrom('a', 'b', '1', '2', ' ', '-', '😀', 'é'), { maxLength: 12 });

test('looks behind as a regular expression does', () => {
	fc.assert(
		fc.property(texts, (parts) => {
			const text = parts.join('');
			const replaced = replaceWhere(
				text,
				[
					{ after: /\d$/, is: /[a-z]+/g },
					{ notAfter: /(?:[a-z]|😀) ?$/u, is: /-/g },
					{ is: /😀(?=\d)/gu },
					{ after: /a$/, is: /😀/gu }
				],
				([found]) => `<${found}>`
			);
			expect(replaced).toBe(
				text.replaceAll(/(?<=\d)[a-z]+|(?<!(?:[a-z]|😀) ?)-|😀(?=\d)|(?<=a)😀/gu, (found) => `<${found}>`)
			);
		})
	);
});
