import type { Checked } from './checked.ts';
import type { Path } from './yaml.ts';

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
