import type { Form } from './form-schema.ts';

export type { Form };

/** The time allowed in milliseconds, extra time included; infinite without a limit. */
export function timeAllowed(form: Pick<Form, 'minutes' | 'extraTime'>): number {
	return form.minutes === null ? Infinity : form.minutes * form.extraTime * 60_000;
}
