import { expect, inject, test } from 'vitest';

import { course, editionIn } from './course.ts';

const here = inject('address');
const french = await editionIn('fr');

function ask(parameters: Record<string, string>): Promise<Response> {
	return fetch(`${here}/oembed?${new URLSearchParams(parameters).toString()}`);
}

const id = course.primer.id;

test.each([
	['a course', `/${id}`, `/embed/${id}?behaviour=practice`, course],
	[
		'a quiz',
		`/${id}/quiz?n=3&points=1%2C2&seed=a&utm_source=x`,
		`/embed/${id}?behaviour=practice&points=1,2&n=3&seed=a`,
		course
	],
	['a quiz for a frame', `/embed/${id}?theme=dark`, `/embed/${id}?behaviour=practice&theme=dark`, course],
	['a course in another language', `/fr/${id}/`, `/fr/embed/${id}?behaviour=practice`, french]
])('%s is shown in a frame', async (_, path, frame, { primer }) => {
	const response = await ask({ url: here + path, maxwidth: '400' });
	expect(response.status).toBe(200);
	expect(response.headers.get('content-type')).toMatch(/^application\/json/);
	expect(response.headers.get('access-control-allow-origin')).toBe('*');
	const told: unknown = await response.json();
	expect(told).toMatchObject({
		...{ version: '1.0', type: 'rich', title: primer.title, width: 400, height: 640 },
		...{ provider_name: 'Five Points', provider_url: here }
	});
	expect(told).toHaveProperty(
		'html',
		expect.stringContaining(`src="${here}${frame.replaceAll('&', '&amp;')}"`)
	);
});

test('it is told as XML, too', async () => {
	const response = await ask({ url: `${here}/${id}`, format: 'xml' });
	expect(response.headers.get('content-type')).toMatch(/^text\/xml/);
	expect(await response.text()).toContain('<html>&lt;iframe src=');
});

test.each<[string, Record<string, string>, number]>([
	['no address', {}, 400],
	['what is no address', { url: 'paris-call' }, 404],
	['an address of another site', { url: `https://elsewhere.example/${id}` }, 404],
	['one that begins like ours', { url: `${here}.elsewhere.example/${id}` }, 404],
	['one that names somebody', { url: `${here.replace('//', '//me:pw@')}/${id}` }, 404],
	['a script', { url: `javascript:alert(1)//${here}` }, 404],
	['a course that is not there', { url: `${here}/nothing` }, 404],
	['a name that cannot be read', { url: `${here}/%E0%A4%A` }, 404],
	['another page', { url: `${here}/${id}/facts` }, 404],
	['an exam', { url: `${here}/${id}/quiz?behaviour=exam` }, 401],
	['an exam of one learner', { url: `${here}/${id}/quiz?sitting=a.b` }, 401],
	['another form', { url: `${here}/${id}`, format: 'yaml' }, 501]
])('%s is refused in plain words', async (_, parameters, status) => {
	const response = await ask(parameters);
	expect(response.status).toBe(status);
	expect(response.redirected).toBe(false);
	expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
	expect(await response.text()).toMatch(/^[A-Z][^<>]+\.$/);
});

test('no mark-up comes of what an address holds', async () => {
	const response = await ask({ url: `${here}/${id}?seed="><script>alert(1)</script>&behaviour="onload="x` });
	expect(response.status).toBe(200);
	expect(await response.text()).not.toMatch(/<script|onload|alert/);
});

test.each([`/${id}`, `/fr/${id}/quiz?n=3&seed=a`, `/embed/${id}?n=3&seed=a`])(
	'%s says where that is learnt',
	async (path) => {
		const html = await (await fetch(here + path)).text();
		const [, href = ''] =
			/<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? [];
		const address = href.replaceAll('&amp;', '&');
		expect(new URL(address).searchParams.get('url')).toBe(here + path);
		expect((await fetch(address)).status).toBe(200);
	}
);
