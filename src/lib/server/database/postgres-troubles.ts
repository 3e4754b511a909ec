import { codeOf } from './faults.ts';

/** What can be wrong with a PostgreSQL, in words that follow its name. */
interface Trouble {
	what: string;
	fix: string;
	/** Whether it may pass by itself, so that waiting is worthwhile. */
	passes: boolean;
	/** Whether every other request would fail too. */
	concernsAll: boolean;
}

const passing = (what: string, fix: string): Trouble => ({ what, fix, passes: true, concernsAll: true });
const lasting = (what: string, fix: string): Trouble => ({ what, fix, passes: false, concernsAll: true });
const busy = (what: string): Trouble => ({ what, fix: 'Try again.', passes: true, concernsAll: false });

const START = 'Start it, or correct its host and port in DATABASE_URL.';
const LOGIN =
	'Correct the user and the password in DATABASE_URL; write special characters percent-encoded, such as %40 for @.';
const CERTIFICATE =
	'Have it use one that this machine trusts, name its authority with sslrootcert=file in DATABASE_URL, or write sslmode=no-verify if nobody else is on the way.';

const silent = passing('does not answer', START);
const broken = passing('has broken the connection', START);
const refused = lasting('does not let the user in', LOGIN);
const untrusted = lasting('shows a certificate that is not trusted here', CERTIFICATE);

/** By Node’s codes, and PostgreSQL’s of five characters, of which the first two, the class, are enough. */
const BY_CODE = new Map<string | number, Trouble>([
	['ECONNREFUSED', passing('takes no connection', START)],
	['ENOTFOUND', passing('is on no machine of that name', START)],
	['EAI_AGAIN', passing('cannot be found: no name server answers', START)],
	['ENOENT', passing('has no such socket', START)],
	['ETIMEDOUT', silent],
	['EHOSTUNREACH', silent],
	['ENETUNREACH', silent],
	['ECONNRESET', broken],
	['EPIPE', broken],
	['DEPTH_ZERO_SELF_SIGNED_CERT', untrusted],
	['SELF_SIGNED_CERT_IN_CHAIN', untrusted],
	['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', untrusted],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', untrusted],
	['CERT_HAS_EXPIRED', lasting('shows a certificate that has expired', CERTIFICATE)],
	['ERR_TLS_CERT_ALTNAME_INVALID', lasting('shows a certificate for another name', CERTIFICATE)],
	['08', broken],
	['25006', passing('takes no changes: it is a copy of another one', 'Name the one that takes changes.')],
	['28', refused],
	['3D', lasting('has no such database', 'Make it (“createdb NAME”), or correct its name in DATABASE_URL.')],
	['40', busy('is too busy: another transaction was in the way')],
	[
		'42501',
		lasting(
			'does not let the user make tables',
			'Give the user that permission: “GRANT CREATE ON SCHEMA public TO …”.'
		)
	],
	['53100', passing('has no room left on its disk', 'Make room there.')],
	[
		'53',
		passing('has no connection or memory left', 'Allow it more: “max_connections” in its configuration.')
	],
	['55', busy('is too busy: what is needed is locked')],
	['57', passing('is starting or stopping, or has ended what was asked', 'Try again.')],
	['58', passing('cannot read or write its files', 'See its log.')]
]);

/** By the client's messages, since it has no codes of its own. */
const BY_MESSAGE: [RegExp, Trouble][] = [
	[/no encryption/, lasting('takes only encrypted connections', 'Add ?sslmode=verify-full to DATABASE_URL.')],
	[
		/does not support SSL/,
		lasting('takes no encrypted connections', 'Have it do so, or leave sslmode out of DATABASE_URL.')
	],
	[
		/error establishing an SSL/,
		lasting('takes no encrypted connections', 'Have it do so, or leave sslmode out of DATABASE_URL.')
	],
	[
		/password must be a/,
		lasting('asks for a password', 'Write it into DATABASE_URL: postgres://user:password@host/name')
	],
	[/timeout exceeded|connection timeout|read timeout/i, silent],
	[/Connection terminated|not queryable|Connection has been discarded/i, broken]
];

/** What an error of PostgreSQL’s client means; undefined if it is about the query, not about the database. */
export function troubleOf(error: unknown): Trouble | undefined {
	if (!(error instanceof Error)) return undefined;
	const told = BY_MESSAGE.find(([words]) => words.test(error.message))?.[1];
	if (told) return told;
	const code = codeOf(error);
	if (typeof code !== 'string') return undefined;
	return BY_CODE.get(code) ?? (/^[\dA-Z]{5}$/.test(code) ? BY_CODE.get(code.slice(0, 2)) : undefined);
}
