import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { posted } from './messages.ts';
import { pageAround, type Arrived, type FrameWindow } from './page-around.ts';

const SCHOOL = 'https://school.example';

/** A window in a frame, and what goes in and out of it. */
function framed({ ancestors, referrer = '' }: { ancestors?: string[]; referrer?: string }) {
	const parent = { postMessage: vi.fn<(message: unknown, to: string) => void>() };
	const heard: ((event: Arrived) => void)[] = [];
	const here: FrameWindow = {
		...{ parent, innerWidth: 600, innerHeight: 300, document: { referrer } },
		location: { origin: 'https://quiz.example', ...(ancestors && { ancestorOrigins: ancestors }) },
		addEventListener(type: string, listener: (event: Arrived) => void) {
			if (type === 'message') heard.push(listener);
		}
	};
	const around = pageAround(here);
	if (!around) throw new Error('It is in a frame.');
	const obeyed: string[] = [];
	around.hear((command) => obeyed.push(command));
	const say = (event: Partial<Arrived>) =>
		heard.forEach((listener) =>
			listener({ data: posted({ type: 'start' }), origin: SCHOOL, source: parent, ...event })
		);
	return { around, obeyed, say, parent };
}

test('a page that is in no frame has none around it', () => {
	const here: FrameWindow = { ...framedWindow(), parent: { postMessage: () => undefined } };
	Object.assign(here, { parent: here });
	expect(pageAround(here)).toBeUndefined();
});

function framedWindow(): Omit<FrameWindow, 'parent'> {
	return {
		...{
			innerWidth: 1,
			innerHeight: 1,
			document: { referrer: '' },
			location: { origin: 'https://a.example' }
		},
		addEventListener: () => undefined
	};
}

test.each([
	['the browser', { ancestors: [SCHOOL, 'https://top.example'] }],
	['the address that it came from', { referrer: `${SCHOOL}/course?page=3` }]
])('it hears the page around it, and tells nobody else, as %s names it', (_, known) => {
	const { around, obeyed, say, parent } = framed(known);
	say({});
	expect(obeyed).toEqual(['start']);
	say({ origin: 'https://evil.example' });
	say({ source: {} });
	say({ source: null });
	say({ data: 'start' });
	expect(obeyed).toEqual(['start']);
	around.tell({ type: 'height', height: 3 });
	expect(parent.postMessage).toHaveBeenCalledExactlyOnceWith(
		{ fivePoints: 1, type: 'height', height: 3 },
		SCHOOL
	);
});

test.each([
	['in a sandbox', { ancestors: ['null'] }],
	['that is not named', {}],
	['after it has loaded itself', { referrer: 'https://quiz.example/embed/a?seed=b' }]
])('a page %s is known by its window alone', (_, known) => {
	const { around, obeyed, say, parent } = framed(known);
	say({ origin: 'null' });
	say({ source: {} });
	expect(obeyed).toEqual(['start']);
	around.tell({ type: 'height', height: 3 });
	expect(parent.postMessage).toHaveBeenCalledWith(expect.anything(), '*');
});

test('nothing that other windows send is obeyed', () => {
	const { obeyed, say } = framed({ ancestors: [SCHOOL] });
	fc.assert(
		fc.property(fc.anything(), fc.string(), (data, origin) => {
			say({ data, origin, source: {} });
			say({ data, origin });
			expect(obeyed).toEqual([]);
		})
	);
});

test('each height is told in our own words and in those of LTI, once', () => {
	const { around, parent } = framed({ ancestors: [SCHOOL] });
	let height = 100.5;
	let look = (): void => undefined;
	around.fit(
		() => height,
		(looked) => (look = looked)
	);
	look();
	height = 200;
	look();
	expect(parent.postMessage.mock.calls).toEqual(
		[101, 200].flatMap((told) => [
			[{ fivePoints: 1, type: 'height', height: told }, SCHOOL],
			[{ subject: 'lti.frameResize', height: told }, SCHOOL]
		])
	);
});
