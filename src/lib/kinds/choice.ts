import type { Rich } from '#lib/text/rich.ts';

/** Something to choose from, as it looks to somebody who knows nothing of the subject. */
export interface Choice<Response> {
	/** In the order in which they are written. */
	options: readonly { id: string; text: Rich }[];
	/** Whether several may be chosen. */
	many: boolean;
	/** The responses that a choice amounts to; several if it leaves something open. */
	responses: (ids: readonly string[]) => Response[];
}

/** For a kind whose options alone do not answer it. */
export function noChoice(): null {
	return null;
}
