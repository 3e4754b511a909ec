/** Whether anything in a form is otherwise than the server has sent it: somebody has answered before the script was there. */
export function isTouched(form: HTMLFormElement): boolean {
	return [...form.elements].some((element) => {
		if (element instanceof HTMLSelectElement) return isOtherwise(element);
		if (!(element instanceof HTMLInputElement) || element.type === 'hidden') return false;
		return element.checked !== element.defaultChecked || element.value !== element.defaultValue;
	});
}

function isOtherwise({ options, selectedIndex }: HTMLSelectElement): boolean {
	const sent = [...options].findIndex(({ defaultSelected }) => defaultSelected);
	return selectedIndex !== Math.max(0, sent);
}
