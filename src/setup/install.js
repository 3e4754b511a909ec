import { existsSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

import { ownNode, readJson, root } from './project.js';
import { runQuietly } from './run.js';
import { Stop } from './stop.js';

/** The build and the tests need the development packages, even if NODE_ENV says production. */
const WITH_TOOLS = ['--include=dev'];

/** Marks a finished installation; `npm ci` deletes it with the rest. */
const FINISHED = join(root, 'node_modules/.five-points-installed');

/** The Node that runs npm: never the one that an installation replaces. */
const outerNode = process.env.npm_node_execpath ?? process.execPath;

/** Installs the packages of package-lock.json if node_modules differs from it, and the project's own Node. */
export async function install() {
	const lock = readJson(join(root, 'package-lock.json'));
	const installed = readJson(join(root, 'node_modules/.package-lock.json'));
	const complete = missingPackages(lock, installed).length === 0;
	if (!complete) {
		console.log('Installing what is missing (once, about a minute) …');
		await npmOrStop(outerNode, 'ci', ...WITH_TOOLS);
	}
	if (!(await ownNodeRuns())) await installNode();
	// On an older Node npm skips optional packages that require a newer one, such as this system's compiler:
	// run on our own Node it adds them. If that is interrupted, it happens the next time.
	if (existsSync(FINISHED)) return;
	await npmOrStop(ownNode, 'install', '--no-save', ...WITH_TOOLS);
	writeFileSync(FINISHED, '');
}

/**
 * Packages that package-lock.json asks for and node_modules does not hold in that version, by npm's own record of
 * what it installed. Optional ones, which npm leaves out on other systems, are never missing.
 *
 * @param {Record<string, unknown>} lock package-lock.json
 * @param {Record<string, unknown>} installed node_modules/.package-lock.json
 * @returns {string[]} their paths
 */
export function missingPackages(lock, installed) {
	const wanted = packages(lock);
	const present = packages(installed);
	return Object.keys(wanted).filter(
		(path) => path !== '' && !wanted[path]?.optional && wanted[path]?.version !== present[path]?.version
	);
}

/**
 * @param {Record<string, unknown>} lock
 * @returns {Record<string, { version?: string, optional?: boolean } | undefined>}
 */
function packages(lock) {
	return /** @type {ReturnType<typeof packages>} */ (lock.packages ?? {});
}

/**
 * @param {string} node
 * @param {...string} args
 */
async function npmOrStop(node, ...args) {
	const { status, output } = await npm(node, ...args);
	if (status === 0) return;
	throw new Stop('npm could not install the packages.', 'Read its output above, then try again.', output);
}

async function installNode() {
	const { output } = await npm(outerNode, 'rebuild', 'node');
	if (await ownNodeRuns()) return;
	throw new Stop(
		`Node ${ownNodeVersion()}, which the project brings along as an npm package, is not in place.`,
		'Usually npm was told not to run install scripts: run "npm rebuild node --ignore-scripts=false" and try again.',
		output
	);
}

async function ownNodeRuns() {
	const { status, output } = await runQuietly(ownNode, ['--version']);
	return status === 0 && output.trim() === `v${ownNodeVersion()}`;
}

/** @returns {string} the version that package.json asks for */
function ownNodeVersion() {
	const { dependencies } = readJson(join(root, 'package.json'));
	return /** @type {{ node: string }} */ (dependencies).node;
}

/**
 * Runs the npm that started us, or else the one on the PATH.
 *
 * @param {string} node the Node to run it on
 * @param {...string} args
 */
export function npm(node, ...args) {
	const script = process.env.npm_execpath ?? '';
	if (/^npm-cli\.[cm]?js$/.test(basename(script))) return runQuietly(node, [script, ...args]);
	const env = { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) };
	return runQuietly('npm', args, { env, shell: process.platform === 'win32' });
}
