import type { Answered, Finished } from '#lib/interop/report/report.ts';
import {
	begun12,
	elements12,
	interactionValues12,
	leaving12,
	objectiveValues12,
	outcomeValues12,
	SUSPEND_LIMIT_12
} from '#lib/interop/scorm12/data-model.ts';
import {
	begun2004,
	elements2004,
	interactionValues2004,
	leaving2004,
	objectiveValues2004,
	outcomeValues2004,
	progressValues2004,
	SUSPEND_LIMIT_2004
} from '#lib/interop/scorm2004/data-model.ts';

import type { ApiName } from './find-api.ts';

type Values = readonly (readonly [element: string, value: string])[];

/** What the versions of SCORM have different words for. */
export interface Version {
	api: ApiName;
	elements: Record<'status' | 'mode' | 'entry' | 'suspendData' | 'mastery' | 'language' | 'learner', string>;
	/** How many characters of suspend data every platform keeps. */
	suspendLimit: number;
	/** What a status is before an attempt has begun. */
	untouched: readonly string[];
	begun: Values;
	leaving: (session: number) => Values;
	progress: (done: number) => Values;
	interaction: (answered: Answered, index: number, language: string) => Values;
	outcome: (finished: Finished) => Values;
	objective: (point: Finished['points'][number], index: number) => Values;
	/** The mark to reach, as the platform says it, as a share of all marks; undefined where it says nothing. */
	mastery: (said: string) => number | undefined;
}

export const scorm12: Version = {
	api: 'API',
	elements: elements12,
	suspendLimit: SUSPEND_LIMIT_12,
	// “browsed” is what platforms set where somebody has only looked around.
	untouched: ['not attempted', 'browsed', ''],
	begun: begun12,
	leaving: leaving12,
	progress: () => [],
	interaction: interactionValues12,
	outcome: outcomeValues12,
	objective: objectiveValues12,
	mastery: (said) => shareIn(said, 100)
};

export const scorm2004: Version = {
	api: 'API_1484_11',
	elements: elements2004,
	suspendLimit: SUSPEND_LIMIT_2004,
	untouched: ['unknown', 'not attempted', ''],
	begun: begun2004,
	leaving: leaving2004,
	progress: progressValues2004,
	interaction: interactionValues2004,
	outcome: outcomeValues2004,
	objective: objectiveValues2004,
	mastery: (said) => shareIn(said, 1)
};

function shareIn(said: string, whole: number): number | undefined {
	const number = said.trim() === '' ? NaN : Number(said);
	return Number.isFinite(number) ? number / whole : undefined;
}
