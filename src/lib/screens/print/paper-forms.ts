import type { KindName } from '#lib/kinds/names.ts';

import * as categorise from './kinds/Categorise.svelte';
import * as cloze from './kinds/Cloze.svelte';
import * as highlight from './kinds/Highlight.svelte';
import * as matching from './kinds/Matching.svelte';
import * as multipleResponse from './kinds/MultipleResponse.svelte';
import * as numeric from './kinds/Numeric.svelte';
import * as ordering from './kinds/Ordering.svelte';
import * as shortText from './kinds/ShortText.svelte';
import * as singleChoice from './kinds/SingleChoice.svelte';
import * as trueFalse from './kinds/TrueFalse.svelte';
import * as trueFalseReason from './kinds/TrueFalseReason.svelte';
import { paperForm, type PaperForm } from './paper-form.ts';

/** How each kind is put on paper. A kind without a row does not compile. */
export const paperForms: Record<KindName, PaperForm> = {
	'single-choice': paperForm('single-choice', singleChoice),
	'multiple-response': paperForm('multiple-response', multipleResponse),
	'true-false': paperForm('true-false', trueFalse),
	'true-false-reason': paperForm('true-false-reason', trueFalseReason),
	matching: paperForm('matching', matching),
	ordering: paperForm('ordering', ordering),
	categorise: paperForm('categorise', categorise),
	cloze: paperForm('cloze', cloze),
	'short-text': paperForm('short-text', shortText),
	numeric: paperForm('numeric', numeric),
	highlight: paperForm('highlight', highlight)
};
