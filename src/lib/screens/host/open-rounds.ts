import type { Room } from '#lib/classroom/room.ts';
import type { ClassView } from '#lib/classroom/class-view.ts';

/** The numbers of the rounds that are answered now. */
export function openRounds(view: ClassView | null): number[] {
	return view?.phase === 'asking' ? view.rounds.map(({ number }) => number) : [];
}

/** How many answers there are and how many there can be; at the pupils’ own pace over all items together. */
export function answeredIn(view: ClassView, room: Room): { count: number; of: number } {
	const { answered, present } = room;
	if (typeof answered === 'number') return { count: answered, of: present };
	const counts = view.rounds.map(({ number }) => answered[number] ?? 0);
	return { count: counts.reduce((sum, count) => sum + count, 0), of: present * view.rounds.length };
}
