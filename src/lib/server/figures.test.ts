import { expect, test } from 'vitest';

import { openFigures, routeOf, type Gauges } from './figures.ts';

const gauges: Gauges = { streams: () => 3, classes: () => 2, isBusWell: () => false };

test('requests are counted by route and status, and what waits for news is not timed', async () => {
	const figures = await openFigures(gauges);
	figures.count('/live/abc/answer', 200, 0.004);
	figures.count('/live/other/answer', 200, 0.004);
	figures.count('/live/abc/answer', 409, 0.001);
	figures.count('/live/abc/stream', 200, 600);
	const { text, type } = await figures.written();
	expect(type).toContain('text/plain');
	expect(text).toContain('five_points_requests_total{route="/live/answer",status="200"} 2');
	expect(text).toContain('five_points_requests_total{route="/live/answer",status="409"} 1');
	expect(text).toContain('five_points_request_seconds_count{route="/live/answer"} 3');
	expect(text).not.toContain('five_points_request_seconds_count{route="/live/stream"}');
	expect(text).toMatch(/^five_points_streams 3$/m);
	expect(text).toMatch(/^five_points_bus_up 0$/m);
	expect(text).not.toContain('abc');
});

test('a process of its own has figures of its own', async () => {
	const [one, other] = [await openFigures(gauges), await openFigures(gauges)];
	one.count('/', 200, 0.1);
	expect((await other.written()).text).not.toContain('route="page"');
});

test.for([
	['/live/abc/answer', 200, '/live/answer'],
	['/live/code/2DX57', 200, '/live/code'],
	['/live/classes', 201, '/live/classes'],
	['/class/abc', 200, 'page'],
	['/_app/immutable/x.js', 200, 'file'],
	['/favicon.svg', 200, 'file'],
	['/healthz', 200, '/healthz'],
	['/whatever/somebody/invents', 404, 'none'],
	['/live/abc/inventedname', 404, 'none']
] as const)('of %s with %i it is said that it is %s', ([path, status, route]) => {
	expect(routeOf(path, status)).toBe(route);
});
