import type { Label } from '#lib/kinds/option.ts';

import type { AnswerLine } from './display.ts';
import { letterOf } from './letter.ts';

/** Labels with some ids, as lines of the key with the letters that they have on paper. */
export function lettered(labels: readonly Label[], ids: readonly string[]): AnswerLine[] {
	return labels.flatMap(({ id, text }, place) =>
		ids.includes(id) ? [{ mark: letterOf(place), texts: [text] }] : []
	);
}
