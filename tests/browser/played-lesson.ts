import type { Bank } from '#lib/bank/bank.ts';
import { seeded } from '#lib/chance/random.ts';
import type { ClassRecord } from '#lib/classroom/counted.ts';
import type { ClassEvent } from '#lib/classroom/event.ts';
import { setupOf } from '#lib/classroom/fixtures.ts';
import { folded, newClass } from '#lib/classroom/fold.ts';
import type { ClassAnswer, Pupil } from '#lib/classroom/pupil.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';
import { samples } from '#lib/kinds/index.ts';

const NAMES = [
	...['Amélie', 'Bashir', 'Chloé', 'Dmitri', 'Élodie', 'Farah', 'Gaspard', 'Hana', 'Ismaël', 'Jeanne'],
	...['Kofi', 'Léna', 'Maëlys-Anne de Montmorency', 'Noé', 'Oksana', 'Paul', 'Quentin', 'Rania']
];

/**
 * A lesson as it might go: every pupil is asked every item, the first of them twice. Some know more than others, some items
 * are harder, some are not answered, and the last pupil comes late. The same each time.
 *
 * @param items their ids, in the order in which they are asked
 */
export function playedLesson(
	bank: Bank,
	items: readonly string[],
	otherwise: Partial<ClassSetup> = {}
): ClassRecord {
	const setup = setupOf({
		...{ primer: bank.primer.id, language: bank.primer.language, items: [...items] },
		...otherwise
	});
	const rounds = items.flatMap((id, position) =>
		position === 0
			? [
					{ id, position },
					{ id, position }
				]
			: [{ id, position }]
	);
	const events = rounds.flatMap(({ position }, index): ClassEvent[] => {
		const at = 100_000 * index;
		const round = index + 1;
		const close: ClassEvent = { type: 'close', at: at + 60_000, round };
		if (index === 0) return [{ type: 'ask', at, position }, close, { type: 'discuss', at: at + 61_000 }];
		const begin: ClassEvent = index === 1 ? { type: 'ask-again', at } : { type: 'ask', at, position };
		return [begin, close, { type: 'reveal', at: at + 62_000 }];
	});
	const pupils = NAMES.map((name, index): Pupil => ({
		...{ id: `pupil-${index}`, name, nameKey: name, standing: 'in' },
		team: setup.teams[index % Math.max(1, setup.teams.length)] ?? null,
		joinedAt: index === NAMES.length - 1 ? 250_000 : 0
	}));
	const answers = rounds.flatMap(({ id, position }, index) =>
		pupils.flatMap((pupil, place): ClassAnswer[] => {
			const item = bank.items.find((each) => each.id === id);
			const chance = seeded(id, pupil.id, String(index));
			if (!item || pupil.joinedAt > 100_000 * index || chance() < 0.06) return [];
			// From who knows nearly all to who knows little, from the easiest item to the hardest; better after a discussion.
			const knows =
				1 - 0.7 * (place / pupils.length) - 0.5 * (position / items.length) + (index === 1 ? 0.3 : 0);
			const { right, partlyRight, wrong } = samples(item);
			const luck = chance();
			const response = luck < knows ? right : luck < knows + 0.2 ? (partlyRight ?? wrong) : wrong;
			const at = 100_000 * index + 4000 + Math.round(40_000 * chance());
			const certainty = setup.certainty ? (([1, 2, 3] as const)[Math.floor(3 * chance())] ?? 1) : null;
			return [{ round: index + 1, pupil: pupil.id, response, certainty, at, key: `${index}-${place}` }];
		})
	);
	const { context } = folded(newClass({ setup, createdAt: 0 }), events);
	return { bank, context, pupils, answers };
}
