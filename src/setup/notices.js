import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readJson } from './project.js';

/** Where the client’s notices of third parties are, from the site’s root down. */
const NOTICES = 'notices.txt';

/** Parts of compiled messages, outside the package’s own folder; and what packages for learning platforms have alone. */
const ELSEWHERE = ['@inlang/paraglide-js', 'fflate'];

/**
 * Writes, at each build, whose work the client ships and on what terms: name, version, licence and its text
 * of each package with a module in it. A package without a licence stops the build.
 *
 * @param {string} root the project’s folder
 * @returns {import('vite').Plugin}
 */
export function notices(root) {
	return {
		name: 'five-points-notices',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		generateBundle(_, bundle) {
			const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
			const packages = new Set([...ELSEWHERE, ...modules.flatMap((id) => packageOf(id) ?? [])]);
			const notes = [...packages].sort().map((name) => notice(join(root, 'node_modules', name), name));
			const source = [INTRODUCTION, ...notes].join(`\n\n${'-'.repeat(72)}\n\n`);
			this.emitFile({ type: 'asset', fileName: NOTICES, source: `${source}\n` });
		}
	};
}

const INTRODUCTION = `Five Points is free software under the MIT licence.
What it sends to a browser contains parts of the packages below, by others, on their terms.`;

/** The package that a module comes from; undefined for our own. @param {string} id */
function packageOf(id) {
	return /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
}

/** @param {string} folder @param {string} name */
function notice(folder, name) {
	const { version, license } = readJson(join(folder, 'package.json'));
	const file = readdirSync(folder).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
	if (typeof license !== 'string' || (file === undefined && license !== 'MIT'))
		throw new Error(`The package ${name} does not say on what terms it may be shipped with the client.`);
	const text = file === undefined ? authors(folder, name) : readFileSync(join(folder, file), 'utf8').trim();
	return `${name} ${String(version)}, ${license}\n\n${text}`;
}

/**
 * The copyright line of a package that names its licence without the text. @param {string} folder @param
 * {string} name
 */
function authors(folder, name) {
	const { author } = readJson(join(folder, 'package.json'));
	const whose = typeof author === 'object' && author !== null && 'name' in author ? author.name : author;
	return `Copyright (c) ${typeof whose === 'string' ? whose : `the authors of ${name}`}, under the MIT licence.`;
}
