export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Whether a field is otherwise than the server has sent it. */
export function isOtherwise(field: Field): boolean {
	if (field instanceof HTMLSelectElement) {
		const sent = Array.from(field.options).findIndex(({ defaultSelected }) => defaultSelected);
		return field.selectedIndex !== Math.max(0, sent);
	}
	if (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) return true;
	return field.value !== field.defaultValue;
}
