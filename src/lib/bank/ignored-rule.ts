import * as v from 'valibot';

/** A rule of the checker that an item or a stimulus sets aside, and why that is right here. */
export const ignoredRule = v.strictObject({
	rule: v.pipe(
		v.string(),
		v.regex(/^[A-Z]-\d\d$/, 'is not the name of a rule\nWrite it as the checker prints it, such as W-08.')
	),
	reason: v.pipe(
		v.string(),
		v.trim(),
		v.check(
			(reason) => reason.split(/\s+/).length >= 4,
			'is no reason\nSay in a few words why the rule does not apply here.'
		)
	)
});
