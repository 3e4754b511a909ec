import { certainties, type Certainty } from './behaviour.ts';
import { isRight, type Entry } from './entry.ts';
import { certaintyMarks } from './mark.ts';

/** An answer of which the learner said how sure they were. */
export interface Judged {
	certainty: Certainty;
	/** Whether it was entirely right. */
	right: boolean;
}

/** How sure a learner was, against how right. */
export interface Calibration {
	certainty: Certainty;
	asked: number;
	right: number;
	/**
	 * From which share of right answers, from 0 to 1, this certainty earns at least as much as the one below it; 0 for
	 * the lowest.
	 */
	pays: number;
}

/** The answers among some entries of which the learner said how sure they were. */
export function judgedAmong(entries: readonly Entry[]): Judged[] {
	return entries.flatMap((entry) =>
		entry.certainty !== null && entry.tries.length > 0
			? { certainty: entry.certainty, right: isRight(entry) }
			: []
	);
}

/** How often a learner was right at each certainty, from the lowest. */
export function calibrationOf(judged: readonly Judged[]): Calibration[] {
	return certainties.map((certainty, index) => {
		const those = judged.filter((each) => each.certainty === certainty);
		const below = certainties[index - 1];
		return {
			certainty,
			asked: those.length,
			right: those.filter(({ right }) => right).length,
			pays: below === undefined ? 0 : evenAt(below, certainty)
		};
	});
}

/**
 * The share of right answers at which two certainties earn the same: 2/3 between the first and the second, 4/5 between the
 * second and the third, as Gardner-Medwin has it.
 */
function evenAt(lower: Certainty, higher: Certainty): number {
	const [less, more] = [certaintyMarks[lower], certaintyMarks[higher]];
	return (less.wrong - more.wrong) / (more.right - less.right + less.wrong - more.wrong);
}

/**
 * What to tell of somebody’s certainty: `surer` than right where what they were most sure of was right too seldom to pay,
 * `less-sure` where what they were least sure of was nearly always right; undefined where the answers are too few to say.
 */
export function leaningOf(calibration: readonly Calibration[]): 'surer' | 'less-sure' | 'even' | undefined {
	const enough = calibration.filter(({ asked }) => asked >= FEW);
	if (enough.length === 0) return undefined;
	if (enough.some(({ right, asked, pays }) => pays > 0 && right / asked < pays)) return 'surer';
	const next = (certainty: Certainty) => calibration[certainties.indexOf(certainty) + 1]?.pays ?? Infinity;
	return enough.some(({ certainty, right, asked }) => right / asked >= next(certainty))
		? 'less-sure'
		: 'even';
}

/** Below this many answers at a certainty, nothing is said of it. */
const FEW = 3;
