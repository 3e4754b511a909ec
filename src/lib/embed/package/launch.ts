import { bankIn, type CourseFile } from '../course/course-file.ts';
import { launchCmi5 } from '../platform/cmi5/launch.ts';
import { keptOnDevice } from '../platform/device.ts';
import type { Platform } from '../platform/platform.ts';
import { findApi } from '../platform/scorm/find-api.ts';
import { lmsOf } from '../platform/scorm/lms.ts';
import { ScormPlatform } from '../platform/scorm/scorm-platform.ts';
import { scorm12, scorm2004 } from '../platform/scorm/version.ts';
import { namesOf } from '#lib/interop/suspend/names.ts';

import type { PackageData } from './package-options.ts';

/** A platform, and how it was found. */
export interface Launched {
	platform: Platform;
	/** The language in which the quiz is asked: a tag of the course. */
	language: string;
	/**
	 * Who keeps the attempt: the platform for which the package was made, the device because it was made for no platform, or
	 * the device although it was made for one.
	 */
	kept: 'platform' | 'device' | 'astray';
	/** Where the learner goes from here, if the platform says so. */
	back?: string | undefined;
}

/** Finds the platform for which a package was made, or else lets the device keep the attempt. */
export async function launch(data: PackageData, course: CourseFile, window: Window): Promise<Launched> {
	const names = namesOf(course.banks.flatMap(({ items }) => items));
	const languageFor = (preferred: string | undefined) => languageIn(course, preferred, window);
	const { mastery } = data;
	const now = () => Date.now();
	if (data.format === 'scorm12' || data.format === 'scorm2004') {
		const version = data.format === 'scorm12' ? scorm12 : scorm2004;
		const api = findApi(window, version.api);
		if (api) {
			const lms = lmsOf(api, version.api);
			const platform = new ScormPlatform(lms, version, { names, languageFor, mastery, now });
			return { platform, language: platform.language, kept: 'platform' };
		}
	}
	if (data.format === 'cmi5') {
		const launched = await launchCmi5(window.location, { iri: data.iri, languageFor, mastery, now });
		if (launched) return { ...launched, kept: 'platform' };
	}
	return {
		platform: keptOnDevice(data.id),
		language: languageFor(undefined),
		kept: data.format === 'html' || data.format === 'web' ? 'device' : 'astray'
	};
}

/** The language of the course that is nearest to what a platform says, or to what the browser says. */
function languageIn(course: CourseFile, preferred: string | undefined, window: Window): string {
	const wanted = [...(preferred ? [preferred] : []), ...window.navigator.languages];
	const found = wanted.flatMap((language) => bankIn(course, language) ?? [])[0];
	return (found ?? course.banks[0]).primer.language;
}
