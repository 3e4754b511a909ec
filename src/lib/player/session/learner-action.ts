import type { LearnerAction } from '#lib/quiz/event.ts';

/**
 * What a pressed button of the quiz says: its value is an event, followed by a colon and a position if it has one.
 *
 * @param button null if none was pressed, as with Enter in a field: then the quiz’s first one counts, as in a form
 * without a script
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
