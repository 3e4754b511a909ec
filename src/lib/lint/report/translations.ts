import type { Problem } from '#lib/bank/problem.ts';
import { languageName } from '#lib/bank/translation/language-tag.ts';

import { findings, setAside } from './findings.ts';
import { html, type Html } from './html.ts';
import type { Report, ReportedEdition } from './report.ts';

/** The editions in other languages: what the rules find in each, and what it lacks. */
export function translations({ translations: editions, quotes }: Report): Html {
	return html`${editions.map((each) => edition(each, quotes))}`;
}

function edition({ bank: { primer }, linted, missing }: ReportedEdition, quotes: boolean): Html {
	return html`<h2>In ${languageName(primer.language)}</h2>
		${findings(linted, quotes)} ${linted.setAside.length > 0 ? setAside(linted, quotes) : ''}
		${missing.length === 0 ? html`<p>No text is missing.</p>` : list(missing)}`;
}

function list(missing: readonly Problem[]): Html {
	return html`<h3>Not translated (${missing.length})</h3>
		<ul>
			${missing.map((each) => html`<li>${placeOf(each)}</li>`)}
		</ul>`;
}

function placeOf({ file, path }: Problem): string {
	return path === undefined ? file : `${file}: ${path}`;
}
