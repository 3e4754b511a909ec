import * as m from '#lib/paraglide/messages.js';
import type { Moved } from '#lib/review/moved.ts';
import { levelWords } from '#lib/screens/progress/words.ts';

/** Facts that have moved in one way. */
export interface MovesOfWay {
	how: Moved['how'];
	/** How many there are, in words. */
	words: string;
	moves: Moved[];
}

const ways: { how: Moved['how']; words: (told: { count: number }) => string }[] = [
	{ how: 'rose', words: m.moved_rose },
	{ how: 'fell', words: m.moved_fell },
	{ how: 'missed', words: m.moved_missed },
	{ how: 'stayed', words: m.moved_stayed }
];

/** What has moved, way by way; ways that nothing has gone are left out. */
export function byWay(moved: readonly Moved[]): MovesOfWay[] {
	return ways
		.map(({ how, words }) => {
			const moves = moved.filter((move) => move.how === how);
			return { how, words: words({ count: moves.length }), moves };
		})
		.filter(({ moves }) => moves.length > 0);
}

/** The levels that a fact has gone between: “from seen to familiar”; “familiar” where it has not moved. */
export function levelsInWords({ from, to }: Pick<Moved, 'from' | 'to'>): string {
	return from === to ? levelWords[to]() : m.moved_from_to({ from: levelWords[from](), to: levelWords[to]() });
}
