import { bankIn, type CourseFile } from '../course/course-file.ts';
import { keptOnDevice } from '../platform/device.ts';
import type { Platform } from '../platform/platform.ts';
import type { PackageData } from './package-options.ts';

/** A platform, and how it was found. */
export interface Launched {
	platform: Platform;
	/** The language in which the quiz is asked: a tag of the course. */
	language: string;
	/**
	 * Who keeps the attempt: the platform for which the package was made, the device because it was made for no platform, or
	 * the device although it was made for one: because there is none (`astray`), or because the launch that its address names
	 * is over (`over`).
	 */
	kept: 'platform' | 'device' | 'astray' | 'over';
	/** Forgets the attempt, so that another one may begin; undefined where that is for a platform to say. */
	forget?: (() => void) | undefined;
	/** Where the learner goes from here, if the platform says so. */
	back?: string | undefined;
}

/** Finds who keeps the attempt at the quiz of a package. */
export type Launch = (data: PackageData, course: CourseFile, window: Window) => Promise<Launched>;

/** Lets the device keep it. @param key names the attempt on the device */
export function openHere(data: PackageData, course: CourseFile, window: Window, key = data.id): Launched {
	const platform = keptOnDevice(key);
	return {
		platform,
		forget: () => platform.forget(),
		language: languageIn(course, [], window),
		kept: data.format === 'html' || data.format === 'web' ? 'device' : 'astray'
	};
}

/** The language of the course that is nearest to what a platform says, the best first, or to what the browser says. */
export function languageIn(course: CourseFile, preferred: readonly string[], window: Window): string {
	const wanted = [...preferred, ...window.navigator.languages];
	const found = wanted.flatMap((language) => bankIn(course, language) ?? [])[0];
	return (found ?? course.banks[0]).primer.language;
}
