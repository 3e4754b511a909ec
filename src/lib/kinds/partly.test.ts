import { expect, test } from 'vitest';

import { firstPartlyRight } from './partly.ts';
import { malformed, scored, UNANSWERED, type Score } from './score.ts';

test('the first response that earns something but not everything is partly right', () => {
	const scores: Record<string, Score> = {
		nothing: UNANSWERED,
		strange: malformed('not-a-response'),
		wrong: scored(0, []),
		right: scored(1, []),
		third: scored(1 / 3, []),
		half: scored(1 / 2, [])
	};
	const of = (...names: string[]) => firstPartlyRight(names, (name) => scores[name] ?? UNANSWERED);
	expect(of('nothing', 'strange', 'wrong', 'right', 'third', 'half')).toBe('third');
	expect(of('nothing', 'strange', 'wrong', 'right')).toBeNull();
});
