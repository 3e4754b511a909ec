import { roundHere, type Round } from '#lib/classroom/context.ts';
import type { ClassRecord } from '#lib/classroom/counted.ts';
import type { ItemTally, Standings } from '#lib/classroom/host-protocol.ts';
import type { Refusal } from '#lib/classroom/protocol.ts';
import type { ToldOwn } from '#lib/classroom/pupil-protocol.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';
import { reportOf } from '#lib/classroom/report.ts';
import { standingsOf, teamStandings } from '#lib/classroom/standings.ts';
import { toldOwn, toldReport, type ToldReport } from '#lib/classroom/told.ts';
import { phaseOf } from '#lib/classroom/view.ts';

import type { LiveClass } from './live-class.ts';
import type { Live } from './live.ts';

// What a class has come to, for whoever may know it by then: of a round nothing is told before it is revealed.

/** What the class thought of the item that is shown; `refused` unless it is revealed. */
export async function tallyIn(live: Live, opened: LiveClass): Promise<ItemTally | Refusal> {
	const { state } = opened;
	const here = roundHere(state.context);
	if (phaseOf(state) !== 'revealed' || !here) return 'refused';
	const record = await recordOf(live, opened, ({ position }) => position === here.position);
	if (!record) return 'no-course';
	const [told] = reportOf(record).items;
	return { rounds: told?.rounds ?? [], comparison: told?.comparison ?? null };
}

/** How pupils and teams stand; `refused` where the class has no standings, and while they are not shown. */
export async function standingsIn(live: Live, opened: LiveClass): Promise<Standings | Refusal> {
	const phase = phaseOf(opened.state);
	const areShown = phase === 'standings' || phase === 'ended';
	if (!opened.kept.setup.standings || !areShown) return 'refused';
	return (await standings(live, opened)) ?? 'no-course';
}

/** What a pupil has come to in what was revealed by now. */
export async function ownIn(live: Live, opened: LiveClass, pupil: Pupil): Promise<ToldOwn | Refusal> {
	if (pupil.standing !== 'in') return pupil.standing;
	const { bank, kept, state, endedAt } = opened;
	if (!bank) return 'no-course';
	const answers = await live.services.answers.of(kept.id, pupil.id);
	// Of all the others only the place tells, which is found out once for everybody.
	const record = { context: state.context, pupils: [pupil], answers, bank };
	const told = toldOwn(record, pupil.id, { ...kept, endedAt }, live.keepDays);
	if (!told || told.own.place === null) return told ?? 'not-pupil';
	const all = await standings(live, opened);
	const place = all?.pupils.find(({ id }) => id === pupil.id)?.place ?? null;
	return { ...told, own: { ...told.own, place } };
}

/** What a class has come to, for its host: while it is running, in what was revealed. */
export async function reportIn(live: Live, opened: LiveClass): Promise<ToldReport | Refusal> {
	const { kept, endedAt } = opened;
	const record = await recordOf(live, opened);
	return record ? toldReport(record, { ...kept, endedAt }, live.keepDays) : 'no-course';
}

/** How all stand, found out once until something changes. */
function standings(live: Live, opened: LiveClass): Promise<Standings | undefined> {
	const mark = `${opened.version} ${opened.roster.mark}`;
	return opened.standings.of(mark, async () => {
		const record = await recordOf(live, opened);
		if (!record) return undefined;
		const pupils = standingsOf(record).map((standing) => {
			const { name = '', team = null } = opened.roster.all.get(standing.id) ?? {};
			return { ...standing, name, team };
		});
		return { pupils, teams: teamStandings(record) };
	});
}

/** What a class has come to in rounds that were revealed; undefined while its course is not served. */
async function recordOf(
	{ services }: Live,
	{ bank, kept, roster, state }: LiveClass,
	counts: (round: Round) => boolean = () => true
): Promise<ClassRecord | undefined> {
	if (!bank) return undefined;
	const rounds = state.context.rounds.filter((round) => round.revealedAt !== null && counts(round));
	const numbers = rounds.map(({ number }) => number);
	const answers = await services.answers.list(kept.id, numbers);
	return { context: { ...state.context, rounds }, pupils: [...roster.all.values()], answers, bank };
}
