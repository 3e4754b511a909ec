import { Html } from './html.ts';

/** The style of the report: the colours of the app, light and dark, one column that is readable at 320 px. */
export const style = new Html(`
:root {
	color-scheme: light dark;
	--paper: light-dark(#fbf9f4, #14161b);
	--raised: light-dark(#fff, #1c1f26);
	--ink: light-dark(#1b1d22, #ece9e2);
	--quiet: light-dark(#595d66, #a9adb6);
	--line: light-dark(#ddd8cc, #343943);
	--strong: light-dark(#2447a8, #8fb0ff);
	--second: light-dark(#8a5a00, #f0b95a);
	--bad: light-dark(#a8242b, #ff8f8f);
}
* { box-sizing: border-box; }
body {
	margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 46rem;
	background: var(--paper); color: var(--ink);
	font: 1.0625rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: anywhere;
}
h1 { font-size: 2rem; line-height: 1.15; margin: 1rem 0 0.5rem; text-wrap: balance; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.75rem 0 0.5rem; padding-top: 0.75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.0625rem; margin: 1.5rem 0 0.25rem; }
p { margin: 0.5rem 0; }
a { color: var(--strong); }
.quiet, figcaption { color: var(--quiet); font-size: 0.9375rem; }
figure { margin: 1rem 0; max-width: 32rem; }
.named { max-width: none; }
.named svg { min-width: 34rem; }
nav { padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); font-family: system-ui, sans-serif; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem; margin: 0; }
nav li { padding: 0; border: 0; }
nav a { display: inline-block; padding: 0.35rem 0; color: var(--quiet); text-decoration: none; }
nav a:hover { color: var(--ink); text-decoration: underline; }
@media screen and (max-width: 46rem) {
	nav ul { flex-wrap: nowrap; margin: 0 -1rem; padding: 0 3rem 0 1rem; overflow-x: auto; scrollbar-width: thin; }
	nav a { padding: 0.55rem 0; outline-offset: -3px; white-space: nowrap; }
	nav [aria-current] { scroll-initial-target: nearest; }
}
@media screen and (min-width: 68rem) { nav { margin: 0 -9rem; } }
nav [aria-current] { color: var(--ink); font-weight: 600; box-shadow: inset 0 -2px var(--strong); }
th.number { overflow-wrap: normal; }
svg { display: block; width: 100%; height: auto; font: 11px system-ui, sans-serif; fill: var(--ink); }
svg .rule { stroke: var(--line); }
svg .track { fill: var(--line); }
svg .bar { fill: var(--strong); }
svg .over { fill: var(--bad); }
svg .mark { stroke: var(--second); stroke-width: 2.5; }
svg .recognise { fill: none; stroke: var(--strong); stroke-width: 1.5; }
svg .produce { fill: var(--strong); }
svg .on { fill: var(--paper); }
svg .faint { fill: var(--quiet); }
svg .lacking { fill: var(--bad); font-weight: 700; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th, td { text-align: start; vertical-align: top; padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
ul { padding: 0; list-style: none; }
li { padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
.rule-id { font: 600 0.8125rem system-ui, sans-serif; padding: 0.1rem 0.4rem; border: 1px solid currentcolor; border-radius: 0.25rem; margin-inline-end: 0.4rem; white-space: nowrap; }
summary { cursor: pointer; padding: 0.5rem 0; }
:focus-visible { outline: 3px solid var(--second); outline-offset: 2px; }
@media print { nav { display: none; } body { max-width: none; } details > * { display: block; } }
`);
