import { isOtherwise, type Field } from '#lib/ui/otherwise.ts';

/**
 * Notes what has been set in the fields: Svelte, as it takes a page over, sets each as its data say. Those of a page that the browser has come back to are its own affair: it fills
 * them in again itself, and that is no wish.
 *
 * @returns sets it again, and tells whoever listens to the fields; to be called once the script is live
 */
export function noteFields(): () => void {
	const fields = isNewlyVisited()
		? Array.from(document.querySelectorAll<Field>(FIELDS)).filter(isOtherwise)
		: [];
	const set = fields.map((field) => ({ field, value: field.value, checked: isTicked(field) }));
	return () => {
		const lost = set.filter(
			({ field, value, checked }) => field.value !== value || isTicked(field) !== checked
		);
		for (const { field, value, checked } of lost) {
			field.value = value;
			if (field instanceof HTMLInputElement) field.checked = checked;
		}
		// Some fields ask for another address at once, which is possible once all of the page is live.
		setTimeout(() => {
			for (const { field } of lost)
				for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
		});
	};
}

const FIELDS = 'input:not([type=hidden], [type=file]), select, textarea';

/** Whether the browser has opened the page by an address, rather than gone back to it or loaded it once more. */
function isNewlyVisited(): boolean {
	const [visit] = performance.getEntriesByType('navigation');
	return visit instanceof PerformanceNavigationTiming && visit.type === 'navigate';
}

function isTicked(field: Field): boolean {
	return field instanceof HTMLInputElement && field.checked;
}
