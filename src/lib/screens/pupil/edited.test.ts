import { expect, test } from 'vitest';

import { isEdited } from './edited.ts';

function formWith(html: string): HTMLFormElement {
	const form = document.createElement('form');
	form.innerHTML = html;
	return form;
}

test('a form is edited once something in it is otherwise than it came', () => {
	const form = formWith(`
		<input type="hidden" name="key" value="k" />
		<input type="radio" name="a" value="1" checked /><input type="radio" name="a" value="2" />
		<input type="text" name="b" value="given" />
		<select name="c"><option value="">none</option><option value="x">x</option></select>
		<select name="d"><option value="">none</option><option value="y" selected>y</option></select>
	`);
	expect(isEdited(form)).toBe(false);
	const changes: [string, (element: HTMLInputElement & HTMLSelectElement) => void][] = [
		['[value="2"]', (radio) => (radio.checked = true)],
		['[name=b]', (field) => (field.value = 'other')],
		['[name=c]', (list) => (list.value = 'x')],
		['[name=d]', (list) => (list.value = '')]
	];
	for (const [selector, change] of changes) {
		const element = form.querySelector<HTMLInputElement & HTMLSelectElement>(selector);
		if (element) change(element);
		expect(isEdited(form), selector).toBe(true);
		form.reset();
	}
	expect(isEdited(form)).toBe(false);
});
