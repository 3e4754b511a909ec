import type { Lesson } from '#lib/bank/guide.ts';
import type { Revealed } from '#lib/bank/revealed.ts';

/** What the guide to a course says of a point to whoever asks its questions in class. */
export type LessonNotes = Pick<Lesson, 'id' | 'mistakes' | 'live'>;

/** What the host alone is to read of a class: its items with their keys, and what the guide says of their points. */
export interface HostNotes extends Revealed {
	lessons: LessonNotes[];
}
