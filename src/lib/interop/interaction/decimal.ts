/**
 * A number in digits, with a point before decimals, never with an exponent; at most seven decimals and 15 significant
 * digits, which every format takes. Empty where there is no number.
 */
export function decimal(number: number): string {
	if (!Number.isFinite(number)) return '';
	return new Intl.NumberFormat('en', {
		useGrouping: false,
		maximumFractionDigits: 7,
		signDisplay: 'negative'
	}).format(number);
}
