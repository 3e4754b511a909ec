const NAME = 'response';
const PREFIX = `${NAME}:`;

/** The longest text read as an answer, in UTF-16 units, which is what a field's `maxlength` counts. */
export const LONGEST = 200;

/** The one text of a form post; `null` when it is empty or absent. */
export function formValue(form: FormData, part?: string): string | null {
	const value = form.get(part === undefined ? NAME : PREFIX + part);
	return typeof value === 'string' && value !== '' ? value : null;
}

/** Everything ticked in a form post; `null` when nothing was. */
export function formValues(form: FormData): string[] | null {
	const values = form
		.getAll(NAME)
		.flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []));
	return values.length > 0 ? values : null;
}

/**
 * What a form post gives for each part (`response:<part>`), without empty ones; `null` when all are empty.
 */
export function formParts(form: FormData): Record<string, string> | null {
	const parts: [string, string][] = [];
	for (const [name, value] of form) {
		if (name.startsWith(PREFIX) && typeof value === 'string' && value !== '') {
			parts.push([name.slice(PREFIX.length), value]);
		}
	}
	return parts.length > 0 ? Object.fromEntries(parts) : null;
}

/**
 * The ids of elements in the order of the places (from 1) that a form post gives them; `null` when it gives
 * no places. If two elements have the same place, one is dropped, and so is an element without a place: the
 * order is then incomplete and gets refused instead of guessed.
 */
export function formOrder(form: FormData): string[] | null {
	const parts = formParts(form);
	if (parts === null) return null;
	const byPlace = new Map<number, string>();
	for (const [id, text] of Object.entries(parts)) {
		const place = Number(text);
		if (Number.isInteger(place)) byPlace.set(place, id);
	}
	return [...byPlace].sort(([one], [other]) => one - other).map(([, id]) => id);
}

/** A verdict and its reason from a form post, each `null` if it was not given; `null` when neither was. */
export function formVerdictAndReason(
	form: FormData
): { verdict: boolean | null; reason: string | null } | null {
	const word = formValue(form, 'verdict');
	const verdict = word === 'true' || word === 'false' ? word === 'true' : null;
	const reason = formValue(form, 'reason');
	return verdict === null && reason === null ? null : { verdict, reason };
}
