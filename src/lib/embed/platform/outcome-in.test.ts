import { expect, test } from 'vitest';

import { answer, check, formWith } from '#lib/quiz/fixtures.ts';

import { outcomeIn } from './outcome-in.ts';
import { BEGUN, outcomeWith, recordOf } from './staging.ts';

const HOURS = 5 * 3_600_000;
const { duration: _, ...outcome } = { ...outcomeWith(1), at: BEGUN + HOURS };

test.each([
	[2, 120_000],
	[null, HOURS]
])('an exam of %s minutes that was handed in hours later took %i ms', (minutes, duration) => {
	const form = formWith({ primer: 'b', items: ['first', 'number'], behaviour: 'exam', minutes });
	expect(outcomeIn(recordOf([answer('one'), check], { form, outcome }))).toEqual({ ...outcome, duration });
});
