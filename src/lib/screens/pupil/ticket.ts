import { randomKey } from '#lib/screens/class/calls.ts';

/**
 * What makes a pupil of whoever joins a class: joining again with the same is the same pupil, so that neither an answer
 * that was lost on the way nor a page that is loaded again makes a second one. It lasts as long as the tab.
 */
export function ticketFor(classId: string): string {
	const name = `five-points-ticket-${classId}`;
	const fresh = randomKey();
	try {
		const kept = sessionStorage.getItem(name) ?? fresh;
		sessionStorage.setItem(name, kept);
		return kept;
	} catch {
		// Some browsers give no place in private.
		return (lasting[classId] ??= fresh);
	}
}

/** Where there is no other place: as long as the page. */
const lasting: Record<string, string> = {};
