import type { Score } from '#lib/kinds/score.ts';

/** What a server says of every item of a form that was handed in, by item id. */
export type Grades = Record<string, Score>;

/**
 * Why a form was not graded:
 * - `late`: its time was over;
 * - `altered`: it is not the form that was handed out;
 * - `changed`: the questions have changed since, and some of its items are gone;
 * - `unreachable`: the server did not answer; it may be tried again.
 */
export type Refusal = 'late' | 'altered' | 'changed' | 'unreachable';
