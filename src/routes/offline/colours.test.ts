import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { iconDrawing } from '../../setup/icon-drawing.js';
import { root } from '../../setup/project.js';
import { PAPER } from './colours.ts';

test('the app’s frame and its icons have the paper of its pages', () => {
	const theme = readFileSync(join(root, 'src/lib/ui/tokens.css'), 'utf8');
	expect(theme).toContain(`--paper: light-dark(${PAPER.light}, ${PAPER.dark});`);
	expect(iconDrawing({ isOpaque: true })).toContain(`fill="${PAPER.light}"`);
});

test('the icons are those of the drawing', () => {
	expect(readFileSync(join(root, 'static/icons/icon.svg'), 'utf8')).toBe(iconDrawing());
});
