/** A moment (`2011`, `2018-10`, `2011-09-12`) as a reader of a language writes it: “2011”, “October 2018”, “12 September 2011”. */
export function momentInWords(moment: string, language = 'en-GB'): string {
	const [, month, day] = moment.split('-');
	const known: Intl.DateTimeFormatOptions = {
		year: 'numeric',
		...(month !== undefined && { month: 'long' }),
		...(day !== undefined && { day: 'numeric' })
	};
	return new Intl.DateTimeFormat(language, { ...known, timeZone: 'UTC' }).format(new Date(moment));
}
