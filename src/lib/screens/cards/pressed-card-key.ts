import { areLettersOn } from '#lib/ui/letter-keys.ts';

/** What a key does to a deck of cards. */
export type CardKey = 'flip' | 'next' | 'previous' | 'not-yet' | 'knew' | 'help';

const KEYS: Readonly<Record<string, CardKey>> = {
	' ': 'flip',
	Enter: 'flip',
	ArrowRight: 'next',
	ArrowLeft: 'previous',
	'1': 'not-yet',
	'2': 'knew',
	'?': 'help'
};

/**
 * What a key means while going through cards. A key held with another, part of a composition, or pressed on something
 * that uses it itself, does nothing; nor does a digit or a sign that the reader has switched off.
 */
export function pressedCardKey(event: KeyboardEvent): CardKey | undefined {
	const { key, target, defaultPrevented, isComposing, altKey, ctrlKey, metaKey } = event;
	if (
		defaultPrevented ||
		isComposing ||
		altKey ||
		ctrlKey ||
		metaKey ||
		document.querySelector('dialog[open]')
	)
		return undefined;
	const said = KEYS[key];
	if (/^[12?]$/.test(key) && !areLettersOn()) return undefined;
	const element = target instanceof HTMLElement ? target : document.body;
	if (element.closest('input, select, textarea, [contenteditable]')) return undefined;
	if (said === 'flip' && element.closest('button, a, summary')) return undefined;
	return said;
}
