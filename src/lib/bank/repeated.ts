import type { Checked } from './checked.ts';
import type { Path } from './yaml.ts';

/**
 * Reports each entry with the id of one before it.
 *
 * @param entries all that need an id of their own, and where each is
 * @param what one of them, as in “Give each reading its own id.”
 */
export function checkOwnIds(file: Checked, entries: readonly { id: string; at: Path }[], what: string): void {
	const seen = new Set<string>();
	for (const { id, at } of entries) {
		if (seen.has(id)) {
			const fix = `Give each ${what} its own id.`;
			file.report([...at, 'id'], { path: [], message: `the id “${id}” is used twice`, fix });
		}
		seen.add(id);
	}
}

/**
 * Reports each entry of a list of ids that is there before it: it counts once anyway, and a page that lists what is named
 * would list it twice.
 *
 * @param at where the list is, or where `path` begins
 * @param subject whose list it is, in place of `at`
 */
export function checkRepeated(
	file: Checked,
	ids: readonly string[],
	at: Path,
	path: Path = [],
	subject = ''
): void {
	ids.forEach((id, index) => {
		if (ids.indexOf(id) === index) return;
		const fault = { path: [...path, index], message: `“${id}” is named twice`, fix: 'Name it once.' };
		file.report(at, fault, subject);
	});
}
