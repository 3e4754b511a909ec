import type { Said } from '#lib/player/session/quiz-world.ts';

/** What a pressed button of the quiz says: its value is an event, with a position after a colon where it has one. */
export function saidBy(button: HTMLElement | null): Said | undefined {
	// Enter in a field presses no button; it stands for the first one, as it does in a form without a script.
	const pressed = button ?? document.querySelector<HTMLElement>('.quiz .button.primary[name="do"]');
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
