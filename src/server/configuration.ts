import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { databaseName } from '#lib/server/open-stores.ts';

/** What the operator of the server may decide, each by an environment variable. */
export interface Configuration {
	/** `BUS`: the address of a NATS; undefined if servers tell one another of classes in another way. */
	bus: string | undefined;
	/** `CLASS_PUPILS`: how many pupils a class may have, from 1 to 100,000. */
	classPupils: number;
	/** `DATA`: the absolute path of the folder for what the server keeps. */
	data: string;
	/** `DATABASE_URL`: the addresses of PostgreSQLs, with commas between them; none if a file in `data` is used. */
	databaseUrls: readonly string[];
	/**
	 * `EMBED_ORIGINS`: the other sites that may show a quiz made for a frame (`/embed/…`), each as CSP names one, or `*`
	 * for all; no other page.
	 */
	embedOrigins: readonly string[];
	/** `FRAME_ANCESTORS`: the other sites that may show any of its pages in a frame, each as CSP names one. */
	frameAncestors: readonly string[];
	/** `HOST`: the name or address to listen on; by default this machine alone. */
	host: string;
	/** `KEEP_DAYS`: for how many days exams and classes are kept after their end, from 1 to 3650. */
	keepDays: number;
	/** `LOG=json`: write each message as a line of JSON. */
	logsJson: boolean;
	/** `METRICS=1`: measure, and give a Prometheus the figures at `/metrics`. */
	measures: boolean;
	/** `ORIGIN`: where browsers find the app, such as `https://quiz.school.example`; else each request says it. */
	origin: string | undefined;
	/** `PORT`: from 0 to 65535; 0 takes any free port. */
	port: number;
	/** `QUESTIONS`: the absolute path of the folder of primers. */
	questions: string;
	/** `SECRET`: signs exams; undefined if one is made and kept in `data`. `findSecret` judges its strength. */
	secret: string | undefined;
	/** `TRUST_PROXY=1`: believe `X-Forwarded-Proto` and `X-Forwarded-For`, which a proxy in front of us sets. */
	trustProxy: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The default folder for what the server keeps. */
export const ownData = fileURLToPath(new URL('../../.data', import.meta.url));

/** The folder of primers that comes with the project. */
export const ownQuestions = fileURLToPath(new URL('../../questions', import.meta.url));

/** A site as CSP names one, with a wildcard allowed, but nothing that would begin another directive. */
const SITES = /^https?:\/\/(\*\.)?[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?\/?$/i;

/** Ten years: nobody needs exams for longer. */
const MOST_DAYS = 3650;

/** More than any hall holds: a class is one list for its host. */
const MOST_PUPILS = 100_000;

/**
 * Reads and checks the configuration. An empty variable counts as unset.
 *
 * @returns the configuration, or every problem found, each a sentence on what is wrong and one on what to do
 */
export function readConfiguration(environment: Environment): Configuration | { problems: string[] } {
	const {
		BUS,
		CLASS_PUPILS,
		DATA,
		DATABASE_URL,
		EMBED_ORIGINS,
		FRAME_ANCESTORS,
		HOST,
		KEEP_DAYS,
		LOG,
		METRICS,
		ORIGIN,
		PORT,
		QUESTIONS,
		SECRET,
		TRUST_PROXY,
		INIT_CWD
	} = environment;
	const problems: string[] = [];

	const host = HOST || '127.0.0.1';
	if (!isHost(host)) {
		problems.push(`HOST=${host} is neither a host name nor an address. Write HOST=0.0.0.0, for example.`);
	}

	if (ORIGIN && originOf(ORIGIN) === undefined) {
		problems.push(
			`ORIGIN=${ORIGIN} is not where a browser finds a site. Write its protocol and its name, and no path, such as ORIGIN=https://quiz.school.example.`
		);
	}

	const embedOrigins = (EMBED_ORIGINS ?? '').split(/\s+/).filter(Boolean);
	const isAnySite = embedOrigins.join() === '*';
	const noEmbedders = isAnySite ? [] : embedOrigins.filter((site) => !SITES.test(site));
	if (noEmbedders.length > 0) {
		problems.push(
			`EMBED_ORIGINS contains what is not a site: ${noEmbedders.join(' ')}. Write origins with a space between them, such as EMBED_ORIGINS="https://moodle.school.example https://*.university.example", or EMBED_ORIGINS=* alone for all sites.`
		);
	}

	const frameAncestors = (FRAME_ANCESTORS ?? '').split(/\s+/).filter(Boolean);
	const noSites = frameAncestors.filter((site) => !SITES.test(site));
	if (noSites.length > 0) {
		problems.push(
			`FRAME_ANCESTORS contains what is not a site: ${noSites.join(' ')}. Write origins with a space between them, such as FRAME_ANCESTORS="https://moodle.school.example https://*.university.example".`
		);
	}

	const port = PORT || '4173';
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
		problems.push(`PORT=${port} is not a port. Write a whole number from 0 to 65535, such as PORT=4173.`);
	}

	// npm runs scripts in the project's folder, and INIT_CWD says where it was called.
	const questions = QUESTIONS ? resolve(INIT_CWD ?? '', QUESTIONS) : ownQuestions;
	if (!isFolder(questions)) {
		problems.push(
			`QUESTIONS names no folder: ${questions}. Name the folder that holds one folder per primer.`
		);
	}

	// It may hold a password, which does not belong in a log.
	const databaseUrls = (DATABASE_URL ?? '').split(',').flatMap((address) => address.trim() || []);
	if (!databaseUrls.every(isPostgres)) {
		problems.push(
			`DATABASE_URL is not the address of a PostgreSQL${databaseUrls.length > 1 ? ' in each of its parts' : ''}. Write postgres://user:password@host:5432/database, with special characters percent-encoded (%40 for @, %2C for a comma), several with commas between them, or leave it out.`
		);
	} else if (new Set(databaseUrls.map(databaseName)).size < databaseUrls.length) {
		problems.push(
			'DATABASE_URL names the same database twice. Name each database that shares the classes once.'
		);
	}

	if (BUS && !isNats(BUS)) {
		problems.push(
			'BUS is not the address of a NATS. Write nats://user:password@host:4222, or tls:// for an encrypted connection, with special characters percent-encoded (%40 for @), or leave it out.'
		);
	}

	const keepDays = KEEP_DAYS || '30';
	if (!/^\d{1,4}$/.test(keepDays) || Number(keepDays) < 1 || Number(keepDays) > MOST_DAYS) {
		problems.push(
			`KEEP_DAYS=${keepDays} is not a number of days. Write a whole number from 1 to ${MOST_DAYS}, such as KEEP_DAYS=30.`
		);
	}

	const classPupils = CLASS_PUPILS || '5000';
	if (!/^\d{1,6}$/.test(classPupils) || Number(classPupils) < 1 || Number(classPupils) > MOST_PUPILS) {
		problems.push(
			`CLASS_PUPILS=${classPupils} is not how many pupils a class may have. Write a whole number from 1 to ${MOST_PUPILS}, such as CLASS_PUPILS=5000.`
		);
	}

	if (LOG && !/^(json|text)$/.test(LOG)) {
		problems.push(
			`LOG=${LOG} is not a way to write messages. Write LOG=json for a line of JSON each, or leave it out.`
		);
	}

	if (METRICS && !/^[01]$/.test(METRICS)) {
		problems.push(
			`METRICS=${METRICS} is neither 1 nor 0. Write 1 if a Prometheus is to read figures at /metrics.`
		);
	}

	if (TRUST_PROXY && !/^[01]$/.test(TRUST_PROXY)) {
		problems.push(
			`TRUST_PROXY=${TRUST_PROXY} is neither 1 nor 0. Write 1 if a proxy of yours sets X-Forwarded-Proto and X-Forwarded-For.`
		);
	}

	if (problems.length > 0) return { problems };
	const data = DATA ? resolve(INIT_CWD ?? '', DATA) : ownData;
	return {
		bus: BUS || undefined,
		classPupils: Number(classPupils),
		data,
		databaseUrls,
		embedOrigins: embedOrigins.map(withoutSlash),
		frameAncestors: frameAncestors.map(withoutSlash),
		host,
		keepDays: Number(keepDays),
		logsJson: LOG === 'json',
		measures: METRICS === '1',
		origin: originOf(ORIGIN ?? ''),
		port: Number(port),
		questions,
		secret: SECRET || undefined,
		trustProxy: TRUST_PROXY === '1'
	};
}

function withoutSlash(site: string): string {
	return site.replace(/\/$/, '');
}

/** An address that is an origin alone, as a browser writes it; undefined for any other. */
function originOf(address: string): string | undefined {
	const url = URL.parse(address);
	const isSite = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
	return isSite && url.pathname === '/' && !/[?#]/.test(address) ? url.origin : undefined;
}

function isPostgres(address: string): boolean {
	return /^postgres(ql)?:\/\//.test(address) && URL.canParse(address);
}

function isNats(address: string): boolean {
	const url = URL.parse(address);
	if (url === null || !/^(nats|tls):$/.test(url.protocol) || url.hostname === '') return false;
	if (!/^\/?$/.test(url.pathname) || /[?#]/.test(address)) return false;
	try {
		decodeURIComponent(url.username + url.password);
		return true;
	} catch {
		return false;
	}
}

function isHost(host: string): boolean {
	return isIP(host) > 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(host);
}

function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
