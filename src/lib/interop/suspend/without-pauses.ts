import type { LearnerEvent } from '#lib/quiz/event.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';

/**
 * The same attempt as if the page had never been hidden: what came after a pause happens earlier by its length. Only for
 * behaviours in which a pause does not count.
 */
export function withoutPauses(record: AttemptRecord): AttemptRecord {
	const log: LearnerEvent[] = [];
	let paused = 0;
	for (const [place, event] of record.log.entries()) {
		const next = record.log[place + 1];
		const before = record.log[place - 1];
		if (event.type === 'hide' && next?.type === 'show') {
			paused += next.at - event.at;
		} else if (event.type !== 'show' || before?.type !== 'hide') {
			log.push({ ...event, at: event.at - paused });
		}
	}
	return { ...record, log };
}
