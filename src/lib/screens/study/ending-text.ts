import * as m from '#lib/paraglide/messages.js';
import type { NamedFact } from '#lib/bank/primer.ts';
import { cellsOf } from '#lib/review/mastery.ts';
import type { WhatMoved } from '#lib/study/what-moved.ts';
import { dayInWords } from '#lib/ui/when.ts';

import { comingDay } from './coming-day.ts';
import { byWay, levelsInWords } from './moves.ts';
import type { StudySession } from './study-session.svelte.ts';

/**
 * What a session has come to, as plain text.
 *
 * @param title the same in a line
 */
export function endingText(
	{ answered, elapsed, facts, course }: Pick<StudySession, 'answered' | 'elapsed' | 'facts' | 'course'>,
	{ moved, after, today }: Pick<WhatMoved, 'moved' | 'after' | 'today'>,
	title: string
): string {
	const minutes = m.study_minutes({ count: Math.max(1, Math.round(elapsed / 60_000)) });
	const right = answered.filter((answer) => answer.right).length;
	return [
		`${course}, ${dayInWords(today)}`,
		`${title}\n${m.study_sum({ total: answered.length, right, minutes })}`,
		movedText({ moved, after, today }, facts)
	]
		.filter((part) => part !== '')
		.join('\n\n');
}

/**
 * What some answers have moved, as plain text: each fact by name, with its levels and when it comes back.
 *
 * @param facts those that were asked for, by name
 */
export function movedText(
	{ moved, after, today }: Pick<WhatMoved, 'moved' | 'after' | 'today'>,
	facts: readonly NamedFact[]
): string {
	const askable = new Set(cellsOf(after).flatMap((cell) => (cell.askable ? cell.fact : [])));
	const nameOf = (id: string) => facts.find((fact) => fact.id === id)?.title ?? m.fact({ id });
	return byWay(moved)
		.map(({ words, moves }) => [
			words,
			...moves.map((move) => {
				const back = askable.has(move.fact) ? [m.moved_back({ day: comingDay(move.due, today) })] : [];
				return `- ${[nameOf(move.fact), levelsInWords(move), ...back].join(' · ')}`;
			})
		])
		.map((part) => part.join('\n'))
		.join('\n\n');
}
