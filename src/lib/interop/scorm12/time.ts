/** The longest timespan that `HHHH:MM:SS.SS` holds, in hundredths of a second. */
const LONGEST = ((9999 * 60 + 59) * 60 + 59) * 100 + 99;

/**
 * A timespan as SCORM 1.2 has it (`CMITimespan`): `0001:05:09.50`. A longer one than it can hold is the longest.
 *
 * @param duration in milliseconds, from 0
 */
export function timespan(duration: number): string {
	const hundredths = Math.min(LONGEST, Math.max(0, Math.round(duration / 10) || 0));
	const two = (number: number) => String(number).padStart(2, '0');
	const seconds = Math.floor(hundredths / 100);
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	return `${String(hours).padStart(4, '0')}:${two(minutes)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

/**
 * The time of a day as SCORM 1.2 has it (`CMITime`), on the clock of the device: `14:05:09`.
 *
 * @param moment milliseconds since 1970
 */
export function timeOfDay(moment: number): string {
	const date = new Date(moment);
	return [date.getHours(), date.getMinutes(), date.getSeconds()]
		.map((number) => String(number).padStart(2, '0'))
		.join(':');
}
