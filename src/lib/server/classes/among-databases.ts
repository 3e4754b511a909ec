import { createHash } from 'node:crypto';

import type { ClassStores } from './classes.ts';

/** One of the databases that share the classes. */
export interface ClassDatabase {
	/** What it is called, alike in all processes: where it is decides which classes it gets. */
	name: string;
	stores: ClassStores;
}

/** Of how many classes it is remembered where they are. */
const MOST_REMEMBERED = 50_000;

/** Names of databases, the one that a class belongs to first. */
export function ranked(classId: string, names: readonly string[]): string[] {
	const weights = new Map(names.map((name) => [name, weightOf(classId, name)]));
	return names.toSorted((one, other) => {
		const [a, b] = [weights.get(one) ?? '', weights.get(other) ?? ''];
		return a < b ? 1 : a > b ? -1 : 0;
	});
}

/**
 * Classes shared by several databases, by rendezvous hashing of their ids (Thaler and Ravishankar, 1998, IEEE/ACM
 * Transactions on Networking 6, 1–14): each class is in one of them, with its log, its pupils and their answers. Where a
 * database is added, only the classes that fall to it are new there, and those that are running are found where they were
 * begun; one that is left out takes its classes along, and no others.
 *
 * What concerns one class rejects only where its own database does. While another one is out of reach, its classes are
 * not due, not counted and not found by their codes.
 */
export function classesAmong(databases: readonly [ClassDatabase, ...ClassDatabase[]]): ClassStores {
	const byName = new Map(databases.map((database) => [database.name, database]));
	const places = new Map<string, ClassDatabase>();
	const all = databases.map(({ stores }) => stores.classes);

	const inOrder = (id: string): ClassDatabase[] =>
		ranked(id, [...byName.keys()]).flatMap((name) => byName.get(name) ?? []);
	const homeOf = (id: string): ClassDatabase => inOrder(id)[0] ?? databases[0];

	/** Where a class is; where it would be, if there is none. */
	async function placeOf(id: string): Promise<ClassDatabase> {
		const known = places.get(id);
		if (known) return known;
		for (const database of inOrder(id)) {
			if (!(await database.stores.classes.load(id))) continue;
			remember(id, database);
			return database;
		}
		return homeOf(id);
	}

	function remember(id: string, database: ClassDatabase): void {
		places.set(id, database);
		const [oldest] = places.keys();
		if (places.size > MOST_REMEMBERED && oldest !== undefined) places.delete(oldest);
	}

	/** Does with a class what its own database does with it. */
	const there =
		<Rest extends unknown[], Result>(
			method: (stores: ClassStores) => (id: string, ...rest: Rest) => Promise<Result>
		) =>
		async (id: string, ...rest: Rest): Promise<Result> =>
			method((await placeOf(id)).stores)(id, ...rest);

	return {
		classes: {
			async create(kept) {
				const home = homeOf(kept.id);
				if ((await home.stores.classes.create(kept)) === 'taken') return 'taken';
				// Only now, so that of two that are created at once with the same code one at least sees the other.
				const elsewhere = all.filter((classes) => classes !== home.stores.classes);
				const others = await answered(
					elsewhere.map(
						async (classes) => (await classes.byCode(kept.code)) ?? (await classes.load(kept.id))
					),
					'some or none'
				);
				if (others.every((other) => other === undefined)) return 'created';
				await home.stores.classes.remove(kept.id);
				return 'taken';
			},
			load: there(({ classes }) => classes.load),
			async byCode(code) {
				const found = await answered(all.map((classes) => classes.byCode(code)));
				return found.find((id) => id !== undefined);
			},
			events: there(({ classes }) => classes.events),
			append: there(({ classes }) => classes.append),
			async due(before, count) {
				const due = await answered(all.map((classes) => classes.due(before, count)));
				const byMoment = due.flat().sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
				return byMoment.slice(0, count);
			},
			async running() {
				const counts = await answered(all.map((classes) => classes.running()));
				return counts.reduce((sum, count) => sum + count, 0);
			},
			async remove(id) {
				await (await placeOf(id)).stores.classes.remove(id);
				places.delete(id);
			},
			async removeEndedBefore(moment) {
				const removals = await Promise.allSettled(all.map((classes) => classes.removeEndedBefore(moment)));
				const failed = removals.find((removal) => removal.status === 'rejected');
				if (failed) throw failed.reason;
				return removals.reduce(
					(sum, removal) => sum + (removal.status === 'fulfilled' ? removal.value : 0),
					0
				);
			}
		},
		pupils: {
			join: there(({ pupils }) => pupils.join),
			load: there(({ pupils }) => pupils.load),
			list: there(({ pupils }) => pupils.list),
			change: there(({ pupils }) => pupils.change)
		},
		answers: {
			give: there(({ answers }) => answers.give),
			list: there(({ answers }) => answers.list),
			of: there(({ answers }) => answers.of),
			who: there(({ answers }) => answers.who),
			counts: there(({ answers }) => answers.counts)
		}
	};
}

/** What those databases answer that can be reached. Rejects as the first does if none can, unless that is no matter. */
async function answered<T>(
	asked: readonly Promise<T>[],
	needed: 'one' | 'some or none' = 'one'
): Promise<T[]> {
	const settled = await Promise.allSettled(asked);
	const answers = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
	const failed = settled.find((each) => each.status === 'rejected');
	if (needed === 'one' && answers.length === 0 && failed) throw failed.reason;
	return answers;
}

/** Which of two databases has the greater claim to a class: they compare as texts, and nobody can tell beforehand. */
function weightOf(classId: string, name: string): string {
	return createHash('sha256')
		.update(JSON.stringify([name, classId]))
		.digest('hex');
}
