import type { Rich } from '#lib/text/rich.ts';

import { isBefore } from './moment.ts';
import type { Item } from './item.ts';
import type { WrittenSupport } from './picture-schema.ts';
import type { Primer } from './primer.ts';

/**
 * What all places in a drawing have in common: what they rest on, and the point of the primer that they
 * belong to.
 */
interface Told {
	id: string;
	facts: string[];
	point: number;
}

/** One event of a timeline. */
export interface TimelineEvent extends Told {
	/** A year, a month or a day. */
	date: string;
	text: Rich;
	/** Whether it came after the source. */
	isLater: boolean;
}

/** What happened up to the source’s date and since then, ready to be drawn. */
export interface TimelinePicture {
	title: Rich;
	summary: Rich;
	/** The date of the source. */
	asOf: string;
	/** In the order of time. */
	events: TimelineEvent[];
}

type WrittenGroup = WrittenSupport['groups'][number];

/** One supporter, one who stayed away, or several of them under one name. */
export type Member = WrittenGroup['members'][number] & Told;

/** Supporters of one sort, or those who stayed away. */
export type Group = Omit<WrittenGroup, 'members'> & Told & { members: Member[] };

/** Who supported what the source is about and who did not, ready to be drawn. */
export interface SupportPicture {
	title: Rich;
	summary: Rich;
	/** The date of the source. */
	asOf: string;
	groups: Group[];
}

/** The drawings of a primer, as far as it has them. */
export interface Pictures {
	timeline?: TimelinePicture;
	support?: SupportPicture;
}

/** The drawings of a primer, with what follows from its date and its facts. */
export function picturesOf(primer: Primer): Pictures {
	const asOf = primer.source.date;
	const told = <T extends { facts: string[] }>(written: T, fallback = 0) => ({
		...written,
		point: primer.facts.find(({ id }) => id === written.facts[0])?.point ?? fallback
	});
	const { timeline, support } = primer;
	return {
		...(timeline && {
			timeline: {
				...timeline,
				asOf,
				events: timeline.events.map((event) => ({ ...told(event), isLater: isBefore(asOf, event.date) }))
			}
		}),
		...(support && {
			support: {
				...support,
				asOf,
				groups: support.groups.map((group) => {
					const members = group.members.map((member) => told(member));
					return { ...told(group, members[0]?.point), members };
				})
			}
		})
	};
}

/** Of the drawings of a primer, those that some items point into. */
export function picturesFor(primer: Primer, items: readonly Item[]): Pictures {
	const { timeline, support } = picturesOf(primer);
	return {
		...(timeline && items.some(({ picture }) => picture?.timeline) && { timeline }),
		...(support && items.some(({ picture }) => picture?.support) && { support })
	};
}
