import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

import { reachedFrom } from '../src/setup/reach.js';

const source = fileURLToPath(new URL('../src/', import.meta.url));

/** A file and everything it imports, types included. */
export interface Module {
	/** Relative to `src`, such as `lib/kinds/cloze.ts`. */
	path: string;
	imports: Import[];
}

export interface Import {
	/** One of our files in the form of `path`; anything else as it is written: a package, `node:fs`, `$app/state`. */
	name: string;
	/** Whether it is one of our files. */
	own: boolean;
	/** Whether it is loaded before the importing module runs, loaded on demand, or only a type. */
	when: 'first' | 'later' | 'never';
}

/** Whether a file belongs to tests: a test, or something that several tests share. */
export function isForTests(path: string): boolean {
	return /\.test\.ts$|(^|[/-])(fixtures|staging)(\.svelte)?\.ts$/.test(path);
}

/** Every module of the source, except those of tests, declarations and what is compiled from messages. */
export function readModules(): Module[] {
	return readdirSync(source, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => /\.(ts|js|svelte)$/.test(path) && !/\.d\.ts$/.test(path) && !isForTests(path))
		.filter((path) => !path.startsWith('lib/paraglide/'))
		.sort()
		.map((path) => readModule(path, readFileSync(source + path, 'utf8')));
}

/** @param path relative to `src` */
export function readModule(path: string, text: string): Module {
	const script = path.endsWith('.svelte') ? scriptsOf(text) : text;
	const imports: Import[] = [];
	const visit = (node: ts.Node): void => {
		const specifier = specifierOf(node);
		if (specifier) {
			const file = ownFile(path, specifier.text);
			imports.push({ name: file ?? specifier.text, own: file !== undefined, when: whenLoaded(node) });
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(path, script, ts.ScriptTarget.Latest));
	return { path, imports };
}

/** What `import …`, `export … from`, `import(…)` and the type `import(…)` name. */
function specifierOf(node: ts.Node): ts.StringLiteral | undefined {
	let named: ts.Node | undefined;
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) named = node.moduleSpecifier;
	if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) named = node.argument.literal;
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
		named = node.arguments[0];
	return named && ts.isStringLiteral(named) ? named : undefined;
}

function whenLoaded(node: ts.Node): Import['when'] {
	if (ts.isCallExpression(node)) return 'later';
	if (ts.isImportDeclaration(node)) {
		return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'never' : 'first';
	}
	return ts.isExportDeclaration(node) && !node.isTypeOnly ? 'first' : 'never';
}

function scriptsOf(component: string): string {
	return [...component.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]).join('\n');
}

/** The file of ours that a specifier names, relative to `src`; anything outside `src` begins with `../`. */
function ownFile(importer: string, specifier: string): string | undefined {
	if (specifier.startsWith('#lib/')) return posix.normalize(`lib/${specifier.slice('#lib/'.length)}`);
	if (specifier.startsWith('$lib/')) return posix.normalize(`lib/${specifier.slice('$lib/'.length)}`);
	if (!/^\.\.?\//.test(specifier)) return undefined;
	return posix.join(dirname(importer), specifier.replace(/\?.*$/, ''));
}

/** Everything that runs where some modules run, by name: our files and packages, loaded at once or on demand. */
export function neededBy(modules: Module[], begins: (path: string) => boolean): Set<string> {
	const needs = new Map(
		modules.map(({ path, imports }) => [
			path,
			imports.filter(({ when }) => when !== 'never').map(({ name }) => name)
		])
	);
	return reachedFrom(modules.map(({ path }) => path).filter(begins), (name) => needs.get(name) ?? []);
}

/**
 * Circles of modules, each of which needs the next one before it runs. A circle is a list of files that ends with the
 * one it begins with.
 */
export function findCycles(modules: Module[]): string[][] {
	const needs = new Map(
		modules.map(({ path, imports }) => [
			path,
			imports.filter(({ when }) => when === 'first').map(({ name }) => name)
		])
	);
	const cycles: string[][] = [];
	const done = new Set<string>();
	const visit = (path: string, trail: string[]): void => {
		const start = trail.indexOf(path);
		if (start >= 0) cycles.push([...trail.slice(start), path]);
		if (start >= 0 || done.has(path)) return;
		for (const next of needs.get(path) ?? []) visit(next, [...trail, path]);
		done.add(path);
	};
	for (const { path } of modules) visit(path, []);
	return cycles;
}
