import type { Problem } from '#lib/bank/problem.ts';

import { findings, setAside } from './findings.ts';
import { html, type Html } from './html.ts';
import type { Report, ReportedEdition } from './report.ts';

/** The editions in other languages: what the rules find in each, and what it lacks. */
export function translations({ translations: editions, ...report }: Report): Html {
	return html`${editions.map((each) => edition(each, report))}`;
}

function edition(
	{ bank: { primer }, linted, missing }: ReportedEdition,
	report: Pick<Report, 'words' | 'quotes' | 'names'>
): Html {
	const { editions } = report.words;
	return html`<h2>${editions.heading(primer.language)}</h2>
		${findings(linted, report)} ${linted.setAside.length > 0 ? setAside(linted, report) : ''}
		${missing.length === 0 ? html`<p>${editions.complete}</p>` : list(missing, editions.missing(missing.length))}`;
}

function list(missing: readonly Problem[], heading: string): Html {
	return html`<h3>${heading}</h3>
		<ul>
			${missing.map((each) => html`<li>${placeOf(each)}</li>`)}
		</ul>`;
}

function placeOf({ file, path }: Problem): string {
	return path === undefined ? file : `${file}: ${path}`;
}
