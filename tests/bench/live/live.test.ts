import { expect, test } from 'vitest';

import { measuredAt, measuredBare } from './live.ts';

// What a process uses is asked of Linux.
test.runIf(process.platform === 'linux')(
	'the benchmark of a live class plays at our server and at a bare one',
	async () => {
		const ours = await measuredAt([{}], { pupils: 5, classes: 2 }, 2);
		expect(ours.broadcast).toHaveLength(2);
		expect(Math.min(...ours.sizes)).toBeGreaterThan(100);
		const bare = await measuredBare(5, ours.sizes);
		expect(bare.broadcast).toHaveLength(2);
		expect(bare.sizes).toEqual(ours.sizes);
	}
);
