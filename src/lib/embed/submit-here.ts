/**
 * Lets a press of a button in a form reach the script that hears the form. In a sandbox no form may be submitted, not even to
 * such a script, so that the press would do nothing.
 *
 * @param place what the forms are in
 * @returns stops it
 */
export function submitHere(place: Element | ShadowRoot): () => void {
	const press = (event: Event): void => {
		const pressed = event.target instanceof Element ? event.target.closest('button') : null;
		if (!pressed?.form || pressed.type !== 'submit' || event.defaultPrevented) return;
		event.preventDefault();
		pressed.form.dispatchEvent(
			new SubmitEvent('submit', { submitter: pressed, bubbles: true, cancelable: true })
		);
	};
	place.addEventListener('click', press);
	return () => place.removeEventListener('click', press);
}
