import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, inject } from 'vitest';

import { root } from '../../src/setup/project.js';
import { test } from './browser.ts';

test('the settings lead to the notices of everybody whose work the client ships', async ({ page }) => {
	await page.goto('/settings');
	const link = page.getByRole('link', { name: 'Software by others, and its licences' });
	const address = new URL((await link.getAttribute('href')) ?? '', `${inject('address')}/settings`);
	const answer = await fetch(address);
	expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
	const notices = await answer.text();
	for (const name of ['svelte', '@sveltejs/kit', 'devalue', 'valibot', 'xstate', 'idb', 'ts-fsrs']) {
		const { version, license } = JSON.parse(read(`node_modules/${name}/package.json`)) as Record<
			string,
			string
		>;
		expect(notices).toContain(`${name} ${version}, ${license}`);
		const file = globSync('LICENSE*', { cwd: join(root, 'node_modules', name) })[0] ?? '';
		expect(notices).toContain(read(`node_modules/${name}/${file}`).trim());
	}
	// Nothing that only builds or tests, and nothing of ours.
	for (const name of ['vite', 'vitest', 'five-points', 'js-yaml'])
		expect(notices).not.toMatch(new RegExp(`^${name} \\d`, 'm'));
});

test('the package says from which Node on it works', () => {
	const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
	expect(engines.node).toBe('>=20');
	expect(read('README.md')).toContain('Node 20 or later');
	expect(existsSync(join(root, 'package-lock.json'))).toBe(true);
});

function read(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}
