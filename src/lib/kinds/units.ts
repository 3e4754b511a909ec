import { plain } from './digits.ts';
import { foldLetters } from './fold.ts';

/** What people write for a currency besides its code (ISO 4217); a plain dollar sign may mean any dollar. */
const CURRENCIES: Record<string, string[]> = {
	aud: ['$', 'a$', 'au$'],
	brl: ['r$'],
	cad: ['$', 'c$', 'ca$'],
	chf: ['fr', 'sfr'],
	cny: ['¥', '元'],
	dkk: ['kr'],
	eur: ['€'],
	gbp: ['£'],
	ils: ['₪'],
	inr: ['₹', 'rs'],
	jpy: ['¥', '円'],
	krw: ['₩'],
	ngn: ['₦'],
	nok: ['kr'],
	pln: ['zł', 'zl'],
	rub: ['₽'],
	sek: ['kr'],
	thb: ['฿'],
	try: ['₺'],
	uah: ['₴'],
	usd: ['$', 'us$'],
	vnd: ['₫']
};

/**
 * A unit without capitals, accents, spaces and final punctuation, so that `Sec.` is `sec`, `m^2` is `m2` and
 * `$US` is `US$`.
 */
export function foldUnit(text: string): string {
	const folded = foldLetters(plain(text))
		.replaceAll(/[\s^·⋅]+/g, '')
		.replace(/[.,;!?]+$/, '');
	return folded.replace(/^(\p{Sc})(\p{L}+)$/u, '$2$1');
}

/** Whether a typed unit is one of those accepted; a currency may be given by its code or a symbol. */
export function isUnitOf(accepted: readonly string[], typed: string): boolean {
	const unit = foldUnit(typed);
	return accepted.map(foldUnit).some((other) => {
		if (other === unit) return true;
		return Object.entries(CURRENCIES).some(([code, signs]) => {
			const names = [code, ...signs];
			return names.includes(unit) && names.includes(other);
		});
	});
}
