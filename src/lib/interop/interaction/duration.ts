/**
 * A duration as ISO 8601 has it, in hours, minutes and seconds with hundredths: `PT1H5M9.5S`. SCORM 2004 takes hundredths
 * at most (`timeinterval (second,10,2)`).
 *
 * @param duration in milliseconds, from 0
 */
export function isoDuration(duration: number): string {
	const hundredths = Math.max(0, Math.round(duration / 10) || 0);
	const seconds = Math.floor(hundredths / 100);
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	const rest = (hundredths % 6000) / 100;
	return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest}S`;
}

/**
 * A moment as ISO 8601 has it, in whole seconds and UTC: `2026-11-29T09:05:09.0Z`. SCORM 2004 takes a time zone only after a
 * fraction of a second (RTE 4.1.1.7).
 *
 * @param moment milliseconds since 1970
 */
export function isoSecond(moment: number): string {
	return new Date(moment).toISOString().replace(/\.\d+Z$/, '.0Z');
}
