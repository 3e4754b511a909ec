import type { KindName } from '#lib/kinds/names.ts';

import * as categorise from './Categorise.svelte';
import * as cloze from './Cloze.svelte';
import { display, type Display } from './display.ts';
import * as highlight from './Highlight.svelte';
import * as matching from './Matching.svelte';
import * as multipleResponse from './MultipleResponse.svelte';
import * as numeric from './Numeric.svelte';
import * as ordering from './Ordering.svelte';
import * as shortText from './ShortText.svelte';
import * as singleChoice from './SingleChoice.svelte';
import * as trueFalse from './TrueFalse.svelte';
import * as trueFalseReason from './TrueFalseReason.svelte';

/** How each kind is shown where nobody answers it. A kind without a row does not compile. */
export const displays: Record<KindName, Display> = {
	'single-choice': display('single-choice', singleChoice),
	'multiple-response': display('multiple-response', multipleResponse),
	'true-false': display('true-false', trueFalse),
	'true-false-reason': display('true-false-reason', trueFalseReason),
	matching: display('matching', matching),
	ordering: display('ordering', ordering),
	categorise: display('categorise', categorise),
	cloze: display('cloze', cloze),
	'short-text': display('short-text', shortText),
	numeric: display('numeric', numeric),
	highlight: display('highlight', highlight)
};
