import { PRIMER_FILE } from './course-files.ts';
import type { Checked } from './checked.ts';
import { isBefore } from './moment.ts';
import type { WrittenSupport, WrittenTimeline } from './picture-schema.ts';
import type { Primer } from './primer.ts';
import { checkOwnIds } from './repeated.ts';
import type { Path } from './yaml.ts';

/** What needs an id of its own. */
const PLACE = 'place in the drawing';

/** A primer as its schema compiled it, which has no id yet. */
type Compiled = Omit<Primer, 'id'>;

/** Something that a drawing shows: what it rests on, and its date if that is after the source. */
interface Shown {
	at: Path;
	facts: readonly string[];
	later: { at: Path; date: string } | undefined;
}

/**
 * Reports what is wrong with the drawings of a primer: ids used twice, facts that do not exist, dates out of
 * order.
 */
export function checkPictures(file: Checked, primer: Compiled): void {
	const { timeline, support, source } = primer;
	// One fact without a note is one mistake, however much of the drawings rests on it.
	const told = new Set<string>();
	if (timeline) checkTimeline(file, timeline, primer, told);
	if (!support) return;
	checkOwnIds(file, placedIn(support), PLACE);
	for (const shown of shownIn(support)) {
		checkGrounds(file, shown, primer, told);
		if (shown.later && !isBefore(source.date, shown.later.date)) {
			file.report(shown.later.at, {
				path: [],
				message: `is not after ${source.date}, the date of the source`,
				fix: 'Tell here only what came later.'
			});
		}
	}
}

function checkTimeline(
	file: Checked,
	{ events }: WrittenTimeline,
	primer: Compiled,
	told: Set<string>
): void {
	const at = (index: number, ...rest: Path): Path => ['timeline', 'events', index, ...rest];
	checkOwnIds(
		file,
		events.map(({ id }, index) => ({ id, at: at(index) })),
		PLACE
	);
	events.forEach(({ date, facts }, index) => {
		const isLater = isBefore(primer.source.date, date);
		const later = isLater ? { at: at(index, 'date'), date } : undefined;
		checkGrounds(file, { at: at(index), facts, later }, primer, told);
		const after = events.slice(0, index).find((earlier) => isBefore(date, earlier.date));
		if (!after) return;
		file.report(at(index, 'date'), {
			path: [],
			message: `comes before “${after.id}”, which is listed above it`,
			fix: 'Move the event: a timeline is written in the order of time.'
		});
	});
}

/** Reports facts that the primer lacks, and later changes without a note on how they are known. */
function checkGrounds(file: Checked, { at, facts, later }: Shown, primer: Compiled, told: Set<string>): void {
	const found = facts.flatMap((id) => primer.facts.find((fact) => fact.id === id) ?? []);
	facts.forEach((id, index) => {
		if (found.some((fact) => fact.id === id)) return;
		file.report([...at, 'facts', index], {
			path: [],
			message: `the primer has no fact “${id}”`,
			fix: `Add it to ${PRIMER_FILE}, or name one that is there.`
		});
	});
	if (!later || found.length < facts.length || found.some(({ since }) => since.length > 0)) return;
	if (told.has(facts.join())) return;
	told.add(facts.join());
	file.report(later.at, {
		path: [],
		message: 'came after the source, and no fact named here has a note on what is known since',
		fix: 'Add one, with its source, to “since” of the fact, or leave this out.'
	});
}

function placedIn({ groups }: WrittenSupport): { id: string; at: Path }[] {
	return groups
		.flatMap(({ id, members }, group) => [
			{ id, at: ['groups', group] },
			...members.map((member, index) => ({ id: member.id, at: ['groups', group, 'members', index] }))
		])
		.map(({ id, at }) => ({ id, at: ['support', ...at] }));
}

function shownIn({ groups }: WrittenSupport): Shown[] {
	return groups.flatMap((group, index) => {
		const at = ['support', 'groups', index];
		const members = group.members.map((member, place) => shown(member, [...at, 'members', place]));
		return [shown(group, at), ...members];
	});
}

function shown({ facts, later }: Pick<Shown, 'facts'> & { later?: { date: string } }, at: Path): Shown {
	return { at, facts, later: later && { at: [...at, 'later', 'date'], date: later.date } };
}
