import type { CourseFile } from '../course/course-file.ts';
import { attemptIn, launchCmi5 } from '../platform/cmi5/launch.ts';
import { heldUnder, heldUntilKept } from '../platform/held.ts';
import { findApi } from '../platform/scorm/find-api.ts';
import { lmsOf } from '../platform/scorm/lms.ts';
import { ScormPlatform } from '../platform/scorm/scorm-platform.ts';
import { scorm12, scorm2004 } from '../platform/scorm/version.ts';
import { namesOf } from '#lib/interop/suspend/names.ts';

import { languageIn, openHere, type Launched } from './launched.ts';
import type { PackageData } from './package-options.ts';

/** Finds the platform for which a package was made, or else lets the device keep the attempt. */
export async function launch(data: PackageData, course: CourseFile, window: Window): Promise<Launched> {
	const names = namesOf(course.banks.flatMap(({ items }) => items));
	const languageFor = (preferred: readonly string[]) => languageIn(course, preferred, window);
	const { mastery } = data;
	const now = () => Date.now();
	if (data.format === 'scorm12' || data.format === 'scorm2004') {
		const version = data.format === 'scorm12' ? scorm12 : scorm2004;
		const api = findApi(window, version.api);
		if (api) {
			const lms = lmsOf(api, version.api);
			const scorm = new ScormPlatform(lms, version, { names, languageFor, mastery, now });
			const { learner, language } = scorm;
			const about = [data.id, window.location.pathname, learner];
			// Where nobody knows whose answers these are, they are not held for whoever comes next.
			const platform = learner ? heldUntilKept(scorm, about, () => scorm.hasHeard) : scorm;
			return { platform, language, kept: 'platform' };
		}
	}
	if (data.format === 'cmi5') {
		const launched = await launchCmi5(window.location, { iri: data.iri, languageFor, mastery, now });
		if (launched && launched !== 'over') {
			const { platform, attempt, language, back } = launched;
			return { platform: heldUntilKept(platform, attempt), language, back, kept: 'platform' };
		}
		const attempt = attemptIn(window.location.search);
		// Whoever is launched next on this device does not go on from what this learner answers now.
		const here = openHere(data, course, window, attempt && heldUnder(['here', ...attempt]));
		return launched === 'over' ? { ...here, kept: 'over' } : here;
	}
	return openHere(data, course, window);
}
