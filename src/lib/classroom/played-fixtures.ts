import { checkBank } from '#lib/bank/check.ts';
import { filesOf, wholeCourse } from '#lib/bank/whole-fixtures.ts';

import type { ClassRecord } from './counted.ts';
import { setupOf } from './fixtures.ts';
import { folded, newClass } from './fold.ts';
import type { Pupil } from './pupil.ts';
import type { ClassSetup } from './setup.ts';

const { bank } = checkBank('b', filesOf(wholeCourse()));
/** The key of the single choice, and a distractor of it. */
export const [RIGHT, WRONG] = ['the-internet-governance-forum', 'the-paris-peace-forum'];

const pupil = (id: string, changes: Partial<Pupil> = {}): Pupil => ({
	id,
	name: id,
	nameKey: id,
	team: null,
	standing: 'in',
	joinedAt: 0,
	...changes
});

/**
 * Four pupils and three items. Round 1 is skipped. D joins after round 2. Rounds 4 and 5 ask the same item.
 *
 *            round 2   round 3   round 4   round 5   counted (2, 3, 5)
 *     A      right     right     wrong     right     1 + 1 + 1 = 3 of 3
 *     B      wrong     right     wrong     wrong     0 + 1 + 0 = 1 of 3
 *     C      –         wrong     wrong     right     0 + 0 + 1 = 1 of 3
 *     D      not there right     –         –         1 + 0     = 1 of 2
 *     mean   1/3       3/4       0         2/4
 */
export function playedClass(until = Infinity, otherwise: Partial<ClassSetup> = {}): ClassRecord {
	if (!bank) throw new Error('The sample course is not sound.');
	const setup = setupOf({
		...{ items: ['single-choice', 'true-false', 'short-text'], teams: ['red', 'blue'] },
		...otherwise
	});
	const { context } = folded(
		newClass({ setup, createdAt: 0 }),
		(
			[
				{ type: 'ask', at: 0, position: 0 },
				{ type: 'ask', at: 1000, position: 0 },
				{ type: 'close', at: 9000, round: 2 },
				{ type: 'reveal', at: 9500 },
				{ type: 'ask', at: 11_000, position: 1 },
				{ type: 'close', at: 20_000, round: 3 },
				{ type: 'reveal', at: 20_500 },
				{ type: 'ask', at: 21_000, position: 2 },
				{ type: 'close', at: 30_000, round: 4 },
				{ type: 'discuss', at: 31_000 },
				{ type: 'ask-again', at: 40_000 },
				{ type: 'close', at: 50_000, round: 5 },
				{ type: 'reveal', at: 51_000 }
			] as const
		).filter(({ at }) => at <= until)
	);
	const given: [round: number, pupil: string, response: string, at: number][] = [
		[1, 'a', WRONG, 500],
		[2, 'a', RIGHT, 3000],
		[2, 'b', WRONG, 5000],
		[2, 'gone', RIGHT, 1000],
		[3, 'a', 'false', 12_000],
		[3, 'b', 'false', 12_000],
		[3, 'c', 'true', 12_000],
		[3, 'd', 'false', 12_000],
		[4, 'a', 'Sarkozy', 22_000],
		[4, 'b', 'Sarkozy', 22_000],
		[4, 'c', 'nobody', 22_000],
		[5, 'a', 'Macron', 41_000],
		[5, 'b', 'Sarkozy', 42_000],
		[5, 'c', 'macron', 45_000]
	];
	return {
		bank,
		context,
		pupils: [
			pupil('a', { team: 'red' }),
			pupil('b', { team: 'red' }),
			pupil('c', { team: 'blue' }),
			pupil('d', { team: 'blue', joinedAt: 10_000 }),
			pupil('gone', { standing: 'removed' }),
			pupil('held', { standing: 'held' })
		],
		answers: given.map(([round, of, response, at]) => ({
			...{ round, pupil: of, response, at },
			certainty: null,
			key: `${round}-${of}`
		}))
	};
}
