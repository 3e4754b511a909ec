import type { ClassEvent } from '#lib/classroom/event.ts';
import type { Room } from '#lib/classroom/room.ts';
import type { ClassView } from '#lib/classroom/class-view.ts';

/** What a host sends: when it happened is for the server to say. */
export type HostEvent = Without<ClassEvent, 'at'>;

type Without<Event, Field extends PropertyKey> = Event extends unknown ? Omit<Event, Field> : never;

/** What a command does, in one word; each has its words and its key on the page. */
export type CommandName =
	| 'begin'
	| 'open'
	| 'close'
	| 'more'
	| 'less'
	| 'discuss'
	| 'ask-again'
	| 'reveal'
	| 'standings'
	| 'next'
	| 'back'
	| 'skip'
	| 'pause'
	| 'resume'
	| 'lock'
	| 'unlock'
	| 'end';

/** Something that a host can do now. */
export interface Command {
	name: CommandName;
	event: HostEvent;
}

/** The key of each command, as `KeyboardEvent.key` has it in small letters. */
export const commandKeys: Record<CommandName, string> = {
	begin: 'n',
	open: 'o',
	close: 'c',
	more: '+',
	less: '-',
	discuss: 'd',
	'ask-again': 'a',
	reveal: 'r',
	standings: 't',
	next: 'n',
	back: 'b',
	skip: 's',
	pause: 'p',
	resume: 'p',
	lock: 'l',
	unlock: 'l',
	end: 'e'
};

/** How much time is added or taken at once, in seconds. */
export const STEP = 30;

/** What a host sees of a class, as far as it decides what comes next. */
type Seen = Pick<ClassView, 'phase' | 'position' | 'total' | 'rules' | 'isLocked' | 'shown' | 'rounds'>;

/**
 * What a host can do now. The first is what most would do next: whoever presses nothing but that has taught a whole class.
 *
 * @param advice what is advised after the first round of an item; with it, the discussion comes first
 */
export function commandsFor(view: Seen, advice: Room['advice'] = null): Command[] {
	const { isLocked, rules } = view;
	if (view.phase === 'ended') return [];
	const door: Command = isLocked
		? { name: 'unlock', event: { type: 'unlock' } }
		: { name: 'lock', event: { type: 'lock' } };
	const end: Command = { name: 'end', event: { type: 'end' } };
	if (view.phase === 'lobby') return [{ name: 'begin', event: { type: 'ask', position: 0 } }, door, end];
	if (view.phase === 'paused') return [{ name: 'resume', event: { type: 'resume' } }, door, end];
	const pause: Command = { name: 'pause', event: { type: 'pause' } };
	const steps = rules.pace === 'own' ? stepsOfAll(view) : stepsOfOne(view, advice);
	// Where nothing is left to ask, the class ends next.
	return steps.length === 0 || steps.every(({ name }) => name === 'back')
		? [end, ...steps, pause, door]
		: [...steps, pause, door, end];
}

/** Where the teacher goes on for all. */
function stepsOfOne(view: Seen, advice: Room['advice']): Command[] {
	const { phase, rules } = view;
	const [round] = view.rounds;
	const reveal: Command = { name: 'reveal', event: { type: 'reveal' } };
	const again: Command = { name: 'ask-again', event: { type: 'ask-again' } };
	switch (phase) {
		case 'reading':
			return [...(round ? [ofRound('open', round.number)] : []), ...skip(view)];
		case 'asking':
			return [...timing(view), ...skip(view)];
		case 'closed': {
			const discuss: Command = { name: 'discuss', event: { type: 'discuss' } };
			if (round?.isSecond) return [reveal, ...skip(view)];
			return [...(advice === 'discuss' ? [discuss, reveal] : [reveal, discuss]), ...skip(view)];
		}
		case 'discussing':
			return [again, reveal];
		case 'revealed':
			return [...(rules.standings ? [standings] : []), ...next(view), ...back(view)];
		case 'standings':
			return [...next(view), ...shownAgain(view.position)];
		default:
			return [];
	}
}

/** Where each pupil goes on by themselves, within a window for all items. */
function stepsOfAll(view: Seen): Command[] {
	const { phase, position, total, rules } = view;
	const [round] = view.rounds;
	switch (phase) {
		case 'reading':
			return round ? [ofRound('open', round.number)] : [];
		case 'asking':
			return timing(view);
		case 'closed':
			return [{ name: 'reveal', event: { type: 'reveal' } }];
		case 'revealed': {
			const at = position ?? 0;
			const after: Command[] =
				at + 1 < total ? [{ name: 'next', event: { type: 'show', position: at + 1 } }] : [];
			return [...after, ...(rules.standings ? [standings] : []), ...back(view)];
		}
		case 'standings':
			return shownAgain(position);
		default:
			return [];
	}
}

const standings: Command = { name: 'standings', event: { type: 'standings' } };

function ofRound(name: 'open' | 'close', round: number): Command {
	return { name, event: { type: name, round } };
}

/** To stop early, and where there is a limit to add and take time. */
function timing({ rounds: [round] }: Seen): Command[] {
	if (!round) return [];
	const { number, length } = round;
	const by = (name: 'more' | 'less', seconds: number): Command => ({
		name,
		event: { type: 'extend', round: number, seconds }
	});
	return [ofRound('close', number), ...(length === null ? [] : [by('more', STEP), by('less', -STEP)])];
}

/** On to the next item; one that has been revealed already is shown again and not asked again. */
function next({ position, total, shown }: Seen): Command[] {
	const to = (position ?? -1) + 1;
	if (to >= total) return [];
	return [{ name: 'next', event: { type: shown.includes(to) ? 'show' : 'ask', position: to } }];
}

/** On to the next item without showing what is right in this one. */
function skip({ position, total }: Seen): Command[] {
	const to = (position ?? -1) + 1;
	return to < total ? [{ name: 'skip', event: { type: 'ask', position: to } }] : [];
}

/** The last item before this one that was revealed. */
function back({ position, shown }: Seen): Command[] {
	const before = shown.findLast((each) => position !== null && each < position);
	return before === undefined ? [] : shownAgain(before);
}

function shownAgain(position: number | null): Command[] {
	return position === null ? [] : [{ name: 'back', event: { type: 'show', position } }];
}
