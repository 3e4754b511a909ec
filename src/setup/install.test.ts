import { expect, test } from 'vitest';

import { missingPackages } from './install.js';

const lock = {
	packages: {
		'': { version: '0.1.0' },
		'node_modules/yaml': { version: '2.9.1' },
		'node_modules/vite': { version: '8.3.8', dev: true },
		'node_modules/only-on-another-system': { version: '1.0.0', optional: true }
	}
};

test('nothing is missing when npm has recorded every package that is not optional', () => {
	const installed = {
		packages: { 'node_modules/yaml': { version: '2.9.1' }, 'node_modules/vite': { version: '8.3.8' } }
	};
	expect(missingPackages(lock, installed)).toEqual([]);
});

test('a package that is absent or of another version is missing', () => {
	const installed = { packages: { 'node_modules/yaml': { version: '2.0.0' } } };
	expect(missingPackages(lock, installed)).toEqual(['node_modules/yaml', 'node_modules/vite']);
});

test('everything is missing where nothing was installed', () => {
	expect(missingPackages(lock, {})).toEqual(['node_modules/yaml', 'node_modules/vite']);
});
