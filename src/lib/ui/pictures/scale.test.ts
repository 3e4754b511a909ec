import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { axisOf, labelledYears, lanesOf, placeOn, yearOf } from './scale.ts';

const days = fc
	.date({ min: new Date('1600-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const moments = fc.array(
	fc.tuple(days, fc.constantFrom(4, 7, 10)).map(([day, known]) => day.slice(0, known)),
	{
		minLength: 1
	}
);

describe('the scale of a timeline', () => {
	it('puts a moment into the middle of what is known of it', () => {
		expect(yearOf('2018')).toBe(2018.5);
		expect(yearOf('2018-07')).toBeCloseTo(2018 + 6.5 / 12);
		expect(yearOf('2018-01-01')).toBeCloseTo(2018, 2);
		expect(yearOf('2018-12-31')).toBeCloseTo(2019, 2);
	});

	it('keeps days in their order', () => {
		fc.assert(
			fc.property(days, days, (one, other) => {
				if (one < other) expect(yearOf(one)).toBeLessThan(yearOf(other));
			})
		);
	});

	it('has a place for every moment', () => {
		fc.assert(
			fc.property(moments, (all) => {
				const axis = axisOf(all);
				for (const moment of all) {
					const place = placeOn(axis, yearOf(moment));
					expect(place).toBeGreaterThanOrEqual(0);
					expect(place).toBeLessThanOrEqual(1);
				}
			})
		);
	});

	it('labels no more years than there is room for, evenly, from the first', () => {
		fc.assert(
			fc.property(moments, fc.integer({ min: 1, max: 20 }), (all, most) => {
				const axis = axisOf(all);
				const years = labelledYears(axis, most);
				expect(years[0]).toBe(axis.from);
				expect(years.length).toBeLessThanOrEqual(most);
				expect(years.at(-1)).toBeLessThan(axis.to);
				const steps = years.slice(1).map((year, index) => year - (years[index] ?? 0));
				expect(new Set(steps).size).toBeLessThanOrEqual(1);
			})
		);
	});

	it('labels sixteen years one by one, every second or every third', () => {
		expect(labelledYears({ from: 2011, to: 2027 }, 16)).toHaveLength(16);
		expect(labelledYears({ from: 2011, to: 2027 }, 8).slice(0, 3)).toEqual([2011, 2013, 2015]);
		expect(labelledYears({ from: 2011, to: 2027 }, 6)).toEqual([2011, 2014, 2017, 2020, 2023, 2026]);
	});
});

describe('lanes', () => {
	const places = fc
		.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 })
		.map((all) => all.toSorted((one, other) => one - other));

	it('keeps marks of a lane apart, and adds a lane only if all others are taken', () => {
		fc.assert(
			fc.property(places, fc.double({ min: 0, max: 1, noNaN: true }), (all, apart) => {
				const lanes = lanesOf(all, apart);
				lanes.forEach((lane, index) => {
					const near = lanes
						.slice(0, index)
						.filter((_, before) => (all[index] ?? 0) - (all[before] ?? 0) < apart);
					expect(near).not.toContain(lane);
					expect(new Set(near.filter((other) => other < lane)).size).toBe(lane);
				});
			})
		);
	});

	it('stacks what falls together and goes down again', () => {
		expect(lanesOf([0, 0.5, 0.51, 0.52, 0.9], 0.1)).toEqual([0, 0, 1, 2, 0]);
	});
});
