import type { Rich } from '#lib/text/rich.ts';

/** Something to choose from, as one sees it who knows nothing of the subject. */
export interface Choice<Response> {
	/** In the order in which they are written. */
	options: readonly { id: string; text: Rich }[];
	/** Whether several may be chosen. */
	many: boolean;
	/** The responses that a choice stands for; several where it leaves something open. */
	responses: (ids: readonly string[]) => Response[];
}

/** Of a kind that offers no options which answer it alone. */
export function noChoice(): null {
	return null;
}
