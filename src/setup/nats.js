import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { root } from './project.js';
import { runQuietly } from './run.js';
import { Stop } from './stop.js';

/** Says where the program is; `none` skips it. */
const VARIABLE = 'FIVE_POINTS_NATS';

/** Debian’s package, unpacked. Only the tests use it; installed, it would start a server that anybody can reach. */
const FOLDER = join(root, 'node_modules/.five-points-nats');

/**
 * The NATS that the bus is tested on: an existing one, or else Debian’s, unpacked now.
 *
 * @returns {Promise<string | undefined>} the path of `nats-server`; undefined if there is none and none could be
 * had, which has then been printed
 * @throws {Stop} when the variable names something else
 */
export async function nats() {
	const named = process.env[VARIABLE];
	if (named === 'none') return undefined;
	if (named && !(await runs(named))) {
		throw new Stop(
			`${VARIABLE} names no NATS that runs: ${named}`,
			'Name the program “nats-server”, or unset it.'
		);
	}
	if (named) return named;
	const unpacked = join(FOLDER, 'usr/sbin/nats-server');
	for (const path of [...onPath(), '/usr/sbin/nats-server', unpacked]) if (await runs(path)) return path;
	return (await unpack()) && (await runs(unpacked)) ? unpacked : undefined;
}

function onPath() {
	const name = `nats-server${process.platform === 'win32' ? '.exe' : ''}`;
	return (process.env.PATH ?? '')
		.split(delimiter)
		.filter(Boolean)
		.map((folder) => join(folder, name));
}

/** @param {string} path */
async function runs(path) {
	if (!existsSync(path)) return false;
	const { status } = await runQuietly(path, ['--version'], { seconds: 20 });
	return status === 0;
}

async function unpack() {
	if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
	console.log('Fetching Debian’s package “nats-server” for the tests of the bus (once) …');
	mkdirSync(FOLDER, { recursive: true });
	const script = `apt-get update && cd "$1" && apt-get download nats-server && dpkg-deb --extract nats-server_*.deb .`;
	const { status, output } = await runQuietly('sh', ['-ec', script, 'sh', FOLDER]);
	if (status === 0) {
		for (const name of readdirSync(FOLDER)) if (name.endsWith('.deb')) rmSync(join(FOLDER, name));
		return true;
	}
	rmSync(FOLDER, { recursive: true, force: true });
	console.log(`${output.trimEnd()}\nNo NATS could be fetched.`);
	return false;
}
