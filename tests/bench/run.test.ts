import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { ownNode } from '../../src/setup/project.js';

const script = fileURLToPath(new URL('run.ts', import.meta.url));

// What only people run, once in a while, would break and nobody would see it.
test.each(['logic', 'stores', 'requests', 'page', 'opening', 'simulation'])(
	'the benchmark “%s” runs, and prints figures',
	async (name) => {
		const child = spawn(ownNode, [script, name], {
			env: { ...process.env, BRIEFLY: '1' },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let printed = '';
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
		const [status] = (await once(child, 'close')) as [number | null];
		expect(status, printed).toBe(0);
		expect(printed).toMatch(/-{4,}|─{4,}/);
		expect(printed).not.toContain('NaN');
	}
);
