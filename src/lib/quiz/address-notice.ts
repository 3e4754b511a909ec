/**
 * Something in an address that could not be used as it is, and what was done instead. The page that shows it finds the
 * words; what is quoted comes from the author of the address.
 */
export type AddressNotice =
	/** Parameters that mean nothing here. */
	| { code: 'unknown'; names: string[] }
	| { code: 'no-behaviour'; given: string }
	| { code: 'no-order'; given: string }
	/** Values of a parameter that this primer does not have. */
	| { code: 'not-in-primer'; name: string; given: string[] }
	/** Items that are asked only in exams. */
	| { code: 'kept-for-exams'; given: string[] }
	/** A behaviour other than exam, where the primer serves nothing but exams. */
	| { code: 'exams-alone'; given: string }
	| { code: 'not-a-number'; name: string; given: string }
	/** A number with decimals where only whole ones make sense. */
	| { code: 'not-whole'; name: string; given: string; used: number }
	| { code: 'out-of-range'; name: string; given: string; used: number; least: number; most: number }
	| { code: 'not-a-seed' }
	/** A draw over outcomes, where the course says none. */
	| { code: 'no-outcomes' }
	/** No item meets all wishes, so the form was drawn from all items. */
	| { code: 'none-fit' }
	| { code: 'few-fit'; count: number; asked: number };
