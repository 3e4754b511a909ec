import type { LearnerEvent } from '#lib/quiz/event.ts';

/** What a learner can say, without the moment: the session adds it. */
export type LearnerAction = LearnerEvent extends infer E
	? E extends LearnerEvent
		? Omit<E, 'at'>
		: never
	: never;

/**
 * What a pressed button of the quiz says: its value is an event, with a position after a colon where it has one.
 *
 * @param button null where none was pressed, as by Enter in a field: then it is the quiz’s first one, as in a form without
 * a script
 */
export function actionOf(button: HTMLElement | null, root: ParentNode): LearnerAction | undefined {
	const pressed = button ?? root.querySelector('.quiz .button.primary[name="do"]');
	const [type, position] = pressed?.getAttribute('value')?.split(':') ?? [];
	switch (type) {
		case 'go':
		case 'review':
			return { type, position: Number(position) };
		case 'check':
		case 'reveal':
		case 'skip':
		case 'next':
		case 'back':
		case 'flag':
		case 'hint':
		case 'finish':
		case 'submit':
		case 'results':
			return { type };
		default:
			return undefined;
	}
}
