import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './project.js';
import { runQuietly } from './run.js';

/**
 * Installs a Chromium: Debian's package where we may, else Playwright's own download.
 *
 * @returns {Promise<string>} what the ways that failed have printed; empty when one worked
 */
export async function installBrowser() {
	const failures = [];
	for (const way of [debianPackage, playwrightDownload]) {
		const { status, output } = await way();
		if (status === 0) return '';
		failures.push(output.trimEnd());
	}
	return failures.filter(Boolean).join('\n');
}

async function debianPackage() {
	const distribution = distributionIds();
	// Ubuntu's package is an empty one that asks for the snap store.
	const suits = distribution.includes('debian') && !distribution.includes('ubuntu') && isRoot();
	if (!suits) return { status: 1, output: '' };
	console.log('Installing Debian’s package “chromium” for the browser tests (once) …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const updated = await runQuietly('apt-get', ['update'], { env });
	if (updated.status !== 0) return updated;
	return runQuietly('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { env });
}

function playwrightDownload() {
	console.log('Downloading Playwright’s Chromium for the browser tests (once) …');
	const withLibraries = isRoot() && process.platform === 'linux' ? ['--with-deps'] : [];
	const cli = join(root, 'node_modules/playwright-core/cli.js');
	return runQuietly(process.execPath, [cli, 'install', ...withLibraries, '--no-shell', 'chromium']);
}

function isRoot() {
	return process.getuid?.() === 0;
}

/** @returns {string[]} the distribution and those it descends from, such as `['ubuntu', 'debian']` */
function distributionIds() {
	try {
		const release = readFileSync('/etc/os-release', 'utf8');
		return [...release.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap((match) =>
			(match[1] ?? '').split(' ')
		);
	} catch {
		return [];
	}
}
