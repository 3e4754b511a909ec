import { tmpdir } from 'node:os';
import { basename, dirname } from 'node:path';

import { expect, test } from 'vitest';

import { ownData, ownQuestions, readConfiguration } from './configuration.ts';

test('by default the app is for this machine alone, with its own questions', () => {
	const plain = {
		bus: undefined,
		classPupils: 5000,
		data: ownData,
		databaseUrls: [],
		embedOrigins: [],
		frameAncestors: [],
		host: '127.0.0.1',
		keepDays: 30,
		logsJson: false,
		measures: false,
		origin: undefined,
		port: 4173,
		questions: ownQuestions,
		secret: undefined,
		trustProxy: false
	};
	expect(readConfiguration({})).toEqual(plain);
	const names = [
		'BUS',
		'CLASS_PUPILS',
		'DATA',
		'DATABASE_URL',
		'EMBED_ORIGINS',
		'HOST',
		'KEEP_DAYS',
		'LOG',
		'METRICS',
		'ORIGIN',
		'PORT',
		'QUESTIONS',
		'SECRET',
		'TRUST_PROXY'
	];
	expect(readConfiguration(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(plain);
});

test('each variable is taken over', () => {
	expect(
		readConfiguration({
			...{
				BUS: 'nats://me:pw@bus:4222',
				CLASS_PUPILS: '40',
				DATA: '/kept',
				DATABASE_URL: 'postgres://me:pw@db/points, postgres://me:pw@db2/points',
				...{ KEEP_DAYS: '3650', LOG: 'json', METRICS: '1' }
			},
			EMBED_ORIGINS: 'https://c.example/ http://*.d.example',
			FRAME_ANCESTORS: ' https://a.example/  https://*.b.example:8443 ',
			ORIGIN: 'HTTPS://Quiz.School.example:443/',
			...{ HOST: '::1', PORT: '0', QUESTIONS: tmpdir(), SECRET: 'tell nobody', TRUST_PROXY: '1' }
		})
	).toEqual({
		bus: 'nats://me:pw@bus:4222',
		classPupils: 40,
		data: '/kept',
		databaseUrls: ['postgres://me:pw@db/points', 'postgres://me:pw@db2/points'],
		embedOrigins: ['https://c.example', 'http://*.d.example'],
		frameAncestors: ['https://a.example', 'https://*.b.example:8443'],
		host: '::1',
		keepDays: 3650,
		logsJson: true,
		measures: true,
		origin: 'https://quiz.school.example',
		port: 0,
		questions: tmpdir(),
		secret: 'tell nobody',
		trustProxy: true
	});
});

test('a relative folder begins where npm was called', () => {
	const named = basename(tmpdir());
	const environment = { INIT_CWD: dirname(tmpdir()), QUESTIONS: named, DATA: named };
	expect(readConfiguration(environment)).toMatchObject({ questions: tmpdir(), data: tmpdir() });
});

test.each([
	'moodle.school.example',
	'https://a.example/course',
	"'none'",
	'*',
	'https://*',
	'https://a.example; script-src *',
	'https://a.example,https://b.example'
])('FRAME_ANCESTORS=%s is refused', (FRAME_ANCESTORS) => {
	expect(readConfiguration({ FRAME_ANCESTORS })).toEqual({
		problems: [expect.stringMatching(/^FRAME_ANCESTORS contains what is not a site: .* Write origins/)]
	});
});

test('any site may show a quiz made for a frame, where that is said alone', () => {
	expect(readConfiguration({ EMBED_ORIGINS: ' * ' })).toMatchObject({ embedOrigins: ['*'] });
});

test.each([
	'moodle.school.example',
	"'self'",
	'* https://a.example',
	'https://a.example; script-src *',
	'null'
])('EMBED_ORIGINS=%s is refused', (EMBED_ORIGINS) => {
	expect(readConfiguration({ EMBED_ORIGINS })).toEqual({
		problems: [expect.stringMatching(/^EMBED_ORIGINS contains what is not a site: .* Write origins/)]
	});
});

test.each(['http://localhost', 'a b', '-', '127.0.0.1:80'])('HOST=%s is refused', (HOST) => {
	expect(readConfiguration({ HOST })).toEqual({
		problems: [`HOST=${HOST} is neither a host name nor an address. Write HOST=0.0.0.0, for example.`]
	});
});

test.each([
	'quiz.school.example',
	'https://',
	'ftp://quiz.school.example',
	'https://quiz.school.example/quiz',
	'https://quiz.school.example?x',
	'https://me:pw@quiz.school.example',
	'null'
])('ORIGIN=%s is refused', (ORIGIN) => {
	expect(readConfiguration({ ORIGIN })).toEqual({
		problems: [expect.stringContaining(`ORIGIN=${ORIGIN} is not where a browser finds a site. Write`)]
	});
});

test.each(['80a', '-1', '65536', '4173.5', '1e3', ' 80'])('PORT=%s is refused', (PORT) => {
	expect(readConfiguration({ PORT })).toEqual({
		problems: [`PORT=${PORT} is not a port. Write a whole number from 0 to 65535, such as PORT=4173.`]
	});
});

test.each(['0', '3651', '-1', '1.5', '30 days', '１'])('KEEP_DAYS=%s is refused', (KEEP_DAYS) => {
	expect(readConfiguration({ KEEP_DAYS })).toEqual({
		problems: [
			`KEEP_DAYS=${KEEP_DAYS} is not a number of days. Write a whole number from 1 to 3650, such as KEEP_DAYS=30.`
		]
	});
});

test.each(['mysql://me:hidden@db/points', 'me:hidden@db', 'postgres:/db', 'postgres://me:hidden@db:port/x'])(
	'DATABASE_URL=%s is refused, and not repeated',
	(DATABASE_URL) => {
		const found = readConfiguration({ DATABASE_URL });
		expect(found).toEqual({ problems: [expect.stringContaining('Write postgres://user:password@host')] });
		expect(JSON.stringify(found)).not.toContain('hidden');
	}
);

test.each([
	'postgres://db',
	'postgresql://me@[::1]:5433/points?sslmode=disable',
	'postgres:///points?host=/run'
])('DATABASE_URL=%s is taken', (DATABASE_URL) =>
	expect(readConfiguration({ DATABASE_URL })).toHaveProperty('databaseUrls', [DATABASE_URL])
);

test.each([
	...[
		'redis://me:hidden@bus',
		'me:hidden@bus',
		'bus:4222',
		'nats://',
		'nats:/bus',
		'nats://me:hidden@bus:port'
	],
	...[
		'nats://me:hidden%@bus',
		'nats://me:hidden%ff@bus',
		'nats://me:hidden@bus/subject',
		'nats://me:hidden@bus?x',
		'nats://a,nats://hidden'
	]
])('BUS=%s is refused, and not repeated', (BUS) => {
	const found = readConfiguration({ BUS });
	expect(found).toEqual({ problems: [expect.stringContaining('Write nats://user:password@host:4222')] });
	expect(JSON.stringify(found)).not.toContain('hidden');
});

test.each(['nats://bus', 'tls://me:p%40w@[::1]:4333', 'nats://token@bus/'])('BUS=%s is taken', (BUS) =>
	expect(readConfiguration({ BUS })).toHaveProperty('bus', BUS)
);

test.each(['0', '100001', 'many', '1.5', '-1'])('CLASS_PUPILS=%s is refused', (CLASS_PUPILS) =>
	expect(readConfiguration({ CLASS_PUPILS })).toEqual({
		problems: [expect.stringContaining(`CLASS_PUPILS=${CLASS_PUPILS} is not how many`)]
	})
);

test('all problems are told at once', () => {
	const found = readConfiguration({
		HOST: '/',
		PORT: 'x',
		QUESTIONS: import.meta.filename,
		TRUST_PROXY: 'yes'
	});
	expect(found).toEqual({
		problems: [
			expect.stringContaining('HOST=/'),
			expect.stringContaining('PORT=x'),
			expect.stringContaining(`QUESTIONS names no folder: ${import.meta.filename}`),
			expect.stringContaining('TRUST_PROXY=yes')
		]
	});
});

test('what several databases share is named once each, and how messages are written is one of two ways', () => {
	const problemsOf = (environment: Record<string, string>) => {
		const read = readConfiguration(environment);
		return 'problems' in read ? read.problems : [];
	};
	expect(problemsOf({ DATABASE_URL: 'postgres://a/x,mysql://b/x' })).toEqual([
		expect.stringContaining('in each of its parts')
	]);
	expect(problemsOf({ DATABASE_URL: 'postgres://me@a/x,postgres://you@a:5432/x' })).toEqual([
		expect.stringContaining('twice')
	]);
	expect(problemsOf({ LOG: 'xml' })).toEqual([expect.stringContaining('LOG=xml')]);
	expect(problemsOf({ METRICS: 'yes' })).toEqual([expect.stringContaining('METRICS=yes')]);
	expect(
		problemsOf({ LOG: 'text', METRICS: '0', DATABASE_URL: ' postgres://a/x , postgres://b/x ' })
	).toEqual([]);
});
