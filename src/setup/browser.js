import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { installBrowser } from './install-browser.js';
import { runQuietly } from './run.js';
import { Stop } from './stop.js';

/** Names under which people already say where their Chromium is; the first is ours. */
const VARIABLES = ['FIVE_POINTS_CHROMIUM', 'CHROMIUM_PATH', 'CHROME_PATH', 'CHROME_BIN'];

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * The Chromium or Chrome for the browser tests: an existing one, or else one installed now.
 *
 * @returns {Promise<string>} its path
 * @throws {Stop} when there is none and none could be installed
 */
export async function browser() {
	const present = await findBrowser();
	if (present) return present;
	const failures = await installBrowser();
	const installed = await findBrowser();
	if (installed) return installed;
	throw new Stop(
		'The browser tests need Chromium or Chrome: none was found, and none could be installed.',
		`Install one, or say where it is: ${VARIABLES[0]}=/path/to/chromium npm test`,
		failures
	);
}

/**
 * Looks where {@link VARIABLES} point, on the PATH, in the usual places of the system, and at Playwright's download.
 *
 * @returns {Promise<string | undefined>} the path of the first that runs
 * @throws {Stop} when a variable names a file that does not exist
 */
export async function findBrowser() {
	for (const name of VARIABLES) {
		const path = process.env[name];
		if (path && !isFile(path)) {
			throw new Stop(`${name} names a browser that does not exist: ${path}`, 'Correct it, or unset it.');
		}
		if (path) return path;
	}
	for (const path of [...onPath(), ...usualPlaces(), ...(await downloaded())]) {
		if (existsSync(path) && (await isBrowser(path))) return path;
	}
	return undefined;
}

/** @param {string} path */
function isFile(path) {
	return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function onPath() {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function usualPlaces() {
	if (process.platform === 'darwin') {
		return ['/Applications', join(process.env.HOME ?? '', 'Applications')].flatMap((folder) => [
			join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
			join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome')
		]);
	}
	if (process.platform === 'win32') {
		return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
			.map((name) => process.env[name] ?? '')
			.filter(Boolean)
			.flatMap((folder) => [
				join(folder, 'Chromium/Application/chrome.exe'),
				join(folder, 'Google/Chrome/Application/chrome.exe')
			]);
	}
	return ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

/** Where Playwright puts its own Chromium, once `playwright-core` is installed. */
async function downloaded() {
	try {
		const { chromium } = await import('playwright-core');
		return [chromium.executablePath()];
	} catch {
		return [];
	}
}

/**
 * Whether it says that it is Chromium or Chrome. Ubuntu's `chromium-browser` may only be a script that points
 * to the snap store. On Windows a browser asked for its version opens a window, so being there is enough.
 *
 * @param {string} path
 */
async function isBrowser(path) {
	if (process.platform === 'win32') return true;
	const { status, output } = await runQuietly(path, ['--version'], { seconds: 20 });
	return status === 0 && /chrom(e|ium)[^\n]*\d+\./i.test(output);
}
