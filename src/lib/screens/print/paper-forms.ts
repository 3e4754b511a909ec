import type { KindName } from '#lib/kinds/index.ts';

import { categorise } from './kinds/categorise.ts';
import { cloze } from './kinds/cloze.ts';
import { highlight } from './kinds/highlight.ts';
import { matching } from './kinds/matching.ts';
import { multipleResponse } from './kinds/multiple-response.ts';
import { numeric } from './kinds/numeric.ts';
import { ordering } from './kinds/ordering.ts';
import { shortText } from './kinds/short-text.ts';
import { singleChoice } from './kinds/single-choice.ts';
import { trueFalseReason } from './kinds/true-false-reason.ts';
import type { PaperForm } from './paper-form.ts';

/** How each kind is put on paper. A kind without a row does not compile. */
export const paperForms = {
	'single-choice': singleChoice,
	'multiple-response': multipleResponse,
	'true-false-reason': trueFalseReason,
	matching,
	ordering,
	categorise,
	cloze,
	'short-text': shortText,
	numeric,
	highlight
} satisfies Record<KindName, PaperForm>;
