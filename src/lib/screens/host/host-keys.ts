import { areLettersOn } from '#lib/ui/letter-keys.ts';

import { commandKeys, type Command } from './commands.ts';

/** What a key of the wall may mean beside a command of the class. */
export type WallKey = 'help' | 'who' | 'enlarge' | 'whole';

const OTHERS: Readonly<Record<string, WallKey>> = { '?': 'help', w: 'who', q: 'enlarge', f: 'whole' };

/** Keys that a remote control for slides sends. */
const PRESENTER: Readonly<Record<string, 'main' | 'back'>> = {
	ArrowRight: 'main',
	PageDown: 'main',
	ArrowLeft: 'back',
	PageUp: 'back'
};

/** The keys of the other things, for those who look them up. */
export const otherKeys = { help: '?', who: 'W', enlarge: 'Q', whole: 'F' } as const satisfies Record<
	WallKey,
	string
>;

/**
 * What a key means now, if anything. Keys that are typed into a field, held down, or held with another mean nothing here,
 * and nothing does while a dialog is open. Keys of one letter or sign are none where their reader has switched them off.
 *
 * @param commands what may happen now, the main thing first
 */
export function meaningOf(event: KeyboardEvent, commands: readonly Command[]): Command | WallKey | undefined {
	const { key, repeat, altKey, ctrlKey, metaKey, defaultPrevented, isComposing, target } = event;
	if (repeat || altKey || ctrlKey || metaKey || defaultPrevented || isComposing) return undefined;
	if (document.querySelector('dialog[open]') || isTypedInto(target)) return undefined;
	const presented = Object.hasOwn(PRESENTER, key) ? PRESENTER[key] : undefined;
	if (presented === 'main') return commands[0];
	if (presented === 'back') return commands.find(({ name }) => name === 'back');
	if (key.length !== 1 || !areLettersOn()) return undefined;
	const small = key.toLowerCase();
	const command = commands.find(({ name }) => commandKeys[name] === small);
	return command ?? (Object.hasOwn(OTHERS, small) ? OTHERS[small] : undefined);
}

function isTypedInto(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	return target.isContentEditable || target.matches('input, select, textarea');
}
