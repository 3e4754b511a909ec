import { isOtherwise } from '#lib/ui/otherwise.ts';

/** Whether anything in a form is otherwise than the server has sent it: somebody has answered before the script was there. */
export function isEdited(form: HTMLFormElement): boolean {
	return Array.from(form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(FIELDS)).some(isOtherwise);
}

/** What an answer is made of; a hidden field is set by the script itself. */
const FIELDS = 'input:not([type=hidden]), select';
