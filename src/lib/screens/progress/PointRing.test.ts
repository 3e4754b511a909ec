import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import PointRing from './PointRing.svelte';

test('what was only seen is an outline, and what was right an arc that is filled', () => {
	const counts = { unseen: 1, seen: 1, familiar: 1, proficient: 0, mastered: 0 };
	const { container } = render(PointRing, { point: 1, mastery: { counts, total: 3 } });
	const drawn = (level: string) => container.querySelector(`[data-level=${level}]`)?.getAttribute('d');
	expect(drawn('seen')).toMatch(/Z$/);
	expect(drawn('familiar')).not.toMatch(/Z$/);
	const thickness = (level: string) =>
		Number(container.querySelector(`[data-level=${level}]`)?.getAttribute('stroke-width'));
	expect(thickness('seen')).toBeLessThan(thickness('familiar') / 4);
});
