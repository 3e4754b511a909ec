import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import type { FileFault, FileRefusal } from '#lib/store/export/refusal.ts';

import { faultInWords } from './fault-words.ts';
import RefusedFile from './RefusedFile.svelte';

describe('a file that was refused', () => {
	it.each<[FileRefusal, RegExp]>([
		[{ why: 'too-large', size: 200_000_000 }, /larger than 100 MB/],
		[{ why: 'unreadable' }, /could not read it/],
		[{ why: 'not-json' }, /not a JSON file.*five-points-2026-11-25\.json/],
		[{ why: 'other-format' }, /JSON file of something else/],
		[{ why: 'newer', version: 3 }, /version 3 of the file/]
	])('says why: %j', (refusal, words) => {
		render(RefusedFile, { refusal });
		expect(screen.getByText('The file was not imported, and nothing was changed.')).toBeVisible();
		expect(screen.getByText(words)).toBeVisible();
	});

	it('names the places, and how many more there are', () => {
		const faults: FileFault[] = [
			{ place: '', fault: 'missing', key: 'reviews' },
			{ place: 'flaws[3]', fault: 'unknown-key', key: '<i>' }
		];
		render(RefusedFile, { refusal: { why: 'broken', faults, count: 7 } });
		const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent.trim());
		expect(lines).toEqual([
			'The file – “reviews” is missing.',
			'flaws[3] – “<i>” does not belong here.',
			'and 5 more'
		]);
	});

	it('tells no number where nobody counted to the end', () => {
		const faults: FileFault[] = [{ place: 'reviews[0]', fault: 'sort', wanted: 'object' }];
		render(RefusedFile, { refusal: { why: 'broken', faults, count: 1001 } });
		expect(screen.getByText(/^More than 1,000 places in it are not as they should be/)).toBeVisible();
		expect(screen.getAllByRole('listitem')).toHaveLength(1);
	});

	it.each<[FileFault, string]>([
		[{ place: '', fault: 'sort', wanted: 'number' }, 'A number belongs here.'],
		[{ place: '', fault: 'sort', wanted: 'nothing-of-these' }, 'Something else belongs here.'],
		[{ place: '', fault: 'choice', wanted: ['a', 'b'] }, 'One of these belongs here: a, b.'],
		[{ place: '', fault: 'value' }, 'The value is out of range or has the wrong form.']
	])('has words for %j', (fault, words) => {
		expect(faultInWords(fault)).toBe(words);
	});
});
