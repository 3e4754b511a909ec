import type { Label } from '#lib/kinds/option.ts';

import { letterOf } from './letter.ts';
import type { AnswerLine } from './paper-form.ts';

/** Of labels that stand on paper under letters, those with some ids, each as a line of the key. */
export function lettered(labels: readonly Label[], ids: readonly string[]): AnswerLine[] {
	return labels.flatMap(({ id, text }, place) =>
		ids.includes(id) ? [{ mark: letterOf(place), texts: [text] }] : []
	);
}
