/**
 * The attributes that say what is asked, and how; each with the parameter that it is in the addresses of the app, so that
 * both mean the same.
 */
export const PARAMETERS = {
	behaviour: 'behaviour',
	points: 'points',
	number: 'n',
	items: 'items',
	kinds: 'kinds',
	difficulty: 'difficulty',
	order: 'order',
	minutes: 'minutes',
	'extra-time': 'extra',
	seed: 'seed'
} as const;
