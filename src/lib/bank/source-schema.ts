import * as v from 'valibot';

import { SAFE_ADDRESS } from '#lib/text/rich.ts';

import { moment } from './moment.ts';

/** A web address that a page may link to. */
export const address = v.pipe(
	v.string(),
	v.regex(SAFE_ADDRESS, 'is not a web address\nBegin it with https:// or http://.'),
	v.check(
		(value) => !SAFE_ADDRESS.test(value) || URL.canParse(value),
		'is not a web address\nCheck it for blanks and missing parts.'
	)
);

/** A text of one line, without markup. */
export const plain = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty\nWrite it.'));

/** The tag of a language. */
export const languageTag = v.pipe(
	v.string(),
	v.check(isLanguage, 'is not a language tag\nWrite one such as en, fr or pt-BR.')
);

/** A page or document that a statement rests on. */
export const sourceSchema = v.strictObject({
	title: plain,
	/** The language of its title, if that is not the language of the course. */
	language: v.exactOptional(languageTag),
	publisher: v.exactOptional(plain),
	/** When it was published: a day, or the month or year alone. */
	date: v.exactOptional(moment),
	address: v.exactOptional(address)
});

/** What a page says of a source: its title, whose it is, where it is, and which language the title is in. */
export type Source = v.InferOutput<typeof sourceSchema>;

function isLanguage(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}
