// `npm run icons`: draws the icons of the app into `static/icons`, from `icon-drawing.js`.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { browser } from './browser.js';
import { iconDrawing } from './icon-drawing.js';
import { root } from './project.js';
import { runCommand } from './stop.js';

/** A maskable icon may be cropped to a circle of four fifths of its width. */
const MASKABLE = { scale: 0.66, isOpaque: true };

/** @type {{ name: string, size: number, look: Parameters<typeof iconDrawing>[0] }[]} */
const pictures = [
	{ name: '192.png', size: 192, look: {} },
	{ name: '512.png', size: 512, look: {} },
	{ name: 'maskable-512.png', size: 512, look: MASKABLE },
	{ name: 'apple-touch-icon.png', size: 180, look: { scale: 0.8, isOpaque: true } }
];

await runCommand(async () => {
	const folder = join(root, 'static/icons');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'icon.svg'), iconDrawing());
	const running = await chromium.launch({ executablePath: await browser(), args: ['--no-sandbox'] });
	try {
		const page = await running.newPage();
		for (const { name, size, look } of pictures) {
			await page.setViewportSize({ width: size, height: size });
			await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${iconDrawing(look)}`);
			await page.screenshot({ path: join(folder, name), omitBackground: true });
		}
	} finally {
		await running.close();
	}
	return 0;
});
