import { expect, test } from 'vitest';

import { foldUnit, isUnitOf } from './units.ts';

test.each([
	['Sec.', 'sec'],
	['sec ?!', 'sec'],
	['a.m.', 'a.m'],
	['.net', '.net'],
	['m^2', 'm2'],
	['m²', 'm2'],
	['N · m', 'nm'],
	['square  metres', 'squaremetres'],
	['années', 'annees'],
	['$US', 'us$'],
	['US$', 'us$'],
	['$us2', '$us2'],
	['2$us', '2$us']
])('“%s” is the unit “%s”', (text, unit) => {
	expect(foldUnit(text)).toBe(unit);
});

test.each([
	[['days', 'day'], 'Day', true],
	[['days'], 'weeks', false],
	[['€'], 'eur', true],
	[['EUR'], '€', true],
	[['€'], '$', false],
	[['CAD'], '$', true],
	[['CAD'], 'us$', false],
	[['$'], 'aud', true],
	[['kr'], 'sek', true],
	[[], '', false]
])('of the units %j is “%s”: %s', (accepted, typed, is) => {
	expect(isUnitOf(accepted, typed)).toBe(is);
});

test.each([
	['AUD', 'A$ AU$ $'],
	['BRL', 'R$'],
	['CAD', 'C$ CA$ $'],
	['CHF', 'Fr. sFr.'],
	['CNY', '¥ 元'],
	['DKK', 'kr'],
	['EUR', '€'],
	['GBP', '£'],
	['ILS', '₪'],
	['INR', '₹ Rs.'],
	['JPY', '¥ 円 ￥'],
	['KRW', '₩'],
	['NGN', '₦'],
	['NOK', 'kr.'],
	['PLN', 'zł zl'],
	['RUB', '₽'],
	['SEK', 'Kr'],
	['THB', '฿'],
	['TRY', '₺'],
	['UAH', '₴'],
	['USD', '$ US$ $US'],
	['VND', '₫']
])('%s is also written %s', (code, signs) => {
	for (const sign of signs.split(' ')) {
		expect(isUnitOf([code], sign)).toBe(true);
		expect(isUnitOf([sign], code.toLowerCase())).toBe(true);
		expect(isUnitOf([code], 'xyz')).toBe(false);
	}
});
