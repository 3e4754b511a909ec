import type * as v from 'valibot';

/**
 * What the value of a key means to a translator:
 * - `asked`: words that are shown before the answer, or decide what is right;
 * - `told`: words that are read only after answering;
 * - `own`: as `told`, but a translation may have some where the original has none, since each language has
 * its own traps;
 * - `same`: the same in every language.
 */
export type Wording = 'asked' | 'told' | 'own' | 'same';

/**
 * For each field of a kind whose value may be words, what it means to a translation; leaving one out does not
 * compile.
 */
export type WordingOf<Schema extends v.GenericSchema> = Readonly<
	Record<WordKeys<v.InferInput<Schema>>, Wording> & Partial<Record<ListKeys<v.InferInput<Schema>>, Wording>>
>;

/** The keys at any depth whose values may be any text, or a list of texts. */
type WordKeys<T> = T extends readonly (infer Entry)[]
	? WordKeys<Entry>
	: T extends object
		? {
				[K in keyof T & string]: IsWords<NonNullable<T[K]>> extends true ? K : WordKeys<NonNullable<T[K]>>;
			}[keyof T & string]
		: never;

/** The keys whose values are lists, which a translation may replace as a whole. */
type ListKeys<T> = {
	[K in keyof T & string]: NonNullable<T[K]> extends readonly object[]
		? K | ListKeysIn<NonNullable<T[K]>>
		: never;
}[keyof T & string];
type ListKeysIn<T> = T extends readonly (infer Entry)[] ? ListKeys<Entry> : never;

type IsWords<T> = string extends T
	? true
	: T extends readonly string[]
		? string extends T[number]
			? true
			: false
		: false;
