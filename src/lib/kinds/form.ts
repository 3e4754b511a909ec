const NAME = 'response';
const PREFIX = `${NAME}:`;

/** The one text of a form post; `null` when it is empty or absent. */
export function formValue(form: FormData, part?: string): string | null {
	const value = form.get(part === undefined ? NAME : PREFIX + part);
	return typeof value === 'string' && value !== '' ? value : null;
}

/** All that was ticked in a form post; `null` when nothing was. */
export function formValues(form: FormData): string[] | null {
	const values = form
		.getAll(NAME)
		.flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []));
	return values.length > 0 ? values : null;
}

/** What a form post gives for each part (`response:<part>`), without empty ones; `null` when all are. */
export function formParts(form: FormData): Record<string, string> | null {
	const parts: [string, string][] = [];
	for (const [name, value] of form) {
		if (name.startsWith(PREFIX) && typeof value === 'string' && value !== '') {
			parts.push([name.slice(PREFIX.length), value]);
		}
	}
	return parts.length > 0 ? Object.fromEntries(parts) : null;
}
