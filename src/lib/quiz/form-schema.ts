import * as v from 'valibot';

import { behaviourNames } from './behaviour.ts';
import type { Form } from './form.ts';

/** Checks a form that comes from storage or from a ticket. */
export const formSchema: v.GenericSchema<unknown, Form> = v.strictObject({
	primer: v.string(),
	seed: v.string(),
	behaviour: v.picklist(behaviourNames),
	items: v.pipe(v.array(v.string()), v.minLength(1)),
	minutes: v.nullable(v.pipe(v.number(), v.finite(), v.gtValue(0))),
	extraTime: v.pipe(v.number(), v.finite(), v.minValue(1))
});
