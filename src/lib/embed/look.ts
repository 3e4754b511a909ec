import base from '#lib/ui/base.css?inline';
import tokens from '#lib/ui/tokens.css?inline';

import { dress } from './styles.ts';

/** Light or dark; `auto` is as the page around is. */
export type Theme = 'light' | 'dark' | 'auto';

/**
 * What a page may set, as custom properties named `--five-points-…` on the element or anything around it. Each takes the
 * place of the token of that name; of what is left out, the quiz has its own.
 */
const OPEN = [
	...['paper', 'card', 'ink', 'quiet', 'line', 'line-strong', 'accent', 'accent-ink', 'accent-wash'],
	...['warm', 'warm-wash', 'right', 'right-wash', 'wrong', 'wrong-wash', 'amber', 'amber-wash'],
	...['radius', 'gap', 'focus']
];

// Once built, the last one of a rule ends with it.
const opened = tokens.replaceAll(/--([a-z-]+):\s*([^;}]+)/g, (whole: string, name: string, value: string) =>
	OPEN.includes(name) ? `--${name}: var(--five-points-${name}, ${value.trim()})` : whole
);

/** What an element has of the page: its letters, and whether it is light or dark. */
const INHERITED = `
:host {
	padding: var(--five-points-padding, 1rem);
}

:host([hidden]) {
	display: none;
}

:host([theme='light']) {
	color-scheme: light;
}

:host([theme='dark']) {
	color-scheme: dark;
}

.five-points {
	font-family: var(--five-points-font, inherit);
}

.five-points :is(h1, h2, h3) {
	font-family: var(--five-points-heading-font, inherit);
}
`;

const SCHEMES: Record<Theme, string> = {
	// Tokens ask for what the device prefers, which may not be what the page around is.
	auto: 'inherit',
	light: 'light',
	dark: 'dark'
};

/**
 * Gives a shadow root the look of a quiz.
 *
 * @returns takes it away
 */
export function dressed(place: ShadowRoot, theme: Theme = 'auto'): () => void {
	return dress(place, opened + base, `:host { color-scheme: ${SCHEMES[theme]}; }${INHERITED}`);
}
