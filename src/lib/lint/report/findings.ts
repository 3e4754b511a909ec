import { writtenPath } from '#lib/bank/written-path.ts';

import { itemOf, type Found, type Linted } from '../lint.ts';
import { severities, sources } from '../rule.ts';
import { ruleOf } from '../rules.ts';
import { html, type Html } from './html.ts';
import type { Report } from './report.ts';
import type { ReportWords } from './words.ts';

/** What decides on how findings are told. */
type Manner = Pick<Report, 'words' | 'quotes' | 'names'>;

/** What the rules found, by level. */
export function findings({ found }: Linted, manner: Manner): Html {
	const { words, quotes } = manner;
	if (found.length === 0) return html`<p>${words.found.nothing}</p>`;
	return html`${severities.map((level) => {
		const these = found.filter((each) => each.level === level);
		if (these.length === 0) return html``;
		return html`<h3>${words.found.levels[level]} (${these.length})</h3>
			<ul>
				${quotes ? these.map((each) => finding(each, html`<span lang="en">${each.fix}</span>`, manner)) : byRule(these, manner)}
			</ul>`;
	})}`;
}

/** Which rules found something at which items, and no word of these. */
function byRule(found: readonly Found[], manner: Manner): Html[] {
	const rules = [...Map.groupBy(found, ({ rule }) => rule)].sort(([one], [other]) => (one < other ? -1 : 1));
	return rules.map(([rule, these]) => {
		const names = [...new Set(these.map((each) => nameOf(each, manner)))].join(', ');
		return html`<li>
			<span class="rule-id">${rule}</span><span lang="en">${ruleOf(rule)?.wants ?? ''}</span><br />
			<span class="quiet">${manner.words.counted(these.length, 'finding')}: ${names}</span>
		</li>`;
	});
}

/** What a finding is about: an item or a stimulus by its id, a fact by its title where these are given. */
function nameOf(found: Found, { words, names }: Manner): string {
	const { subject } = found;
	const item = itemOf(found);
	if (item !== undefined) return item;
	if (typeof subject === 'object' && 'stimulus' in subject) return subject.stimulus;
	if (typeof subject !== 'object' || !('fact' in subject)) return words.found.bank;
	return names?.facts.find(({ id }) => id === subject.fact)?.title ?? subject.fact;
}

/** What items set aside, each with its reason; without quotations, by rule. */
export function setAside({ setAside: aside }: Linted, manner: Manner): Html {
	const { words, quotes } = manner;
	if (aside.length === 0) return html`<p>${words.found.nothingAside}</p>`;
	if (!quotes)
		return html`<ul>
			${byRule(aside, manner)}
		</ul>`;
	return html`<ul>
		${aside.map((each) => finding(each, html`${words.found.aside} ${each.reason}`, manner))}
	</ul>`;
}

function finding(found: Found, below: Html, manner: Manner): Html {
	const { path, rule, message } = found;
	const place = [nameOf(found, manner), writtenPath(path)].filter((part) => part !== '').join(', ');
	return html`<li>
		<span class="rule-id">${rule}</span><b>${place}</b>: <span lang="en">${message}.</span><br />
		<span class="quiet">${below}</span>
	</li>`;
}

/** Rules that could not run, and why. */
export function silence({ silent }: Linted, { found }: ReportWords): Html {
	if (silent.length === 0) return html``;
	return html`<p class="quiet">
		${found.silent}
		${silent.map(({ rule, needs }) => `${rule.id} (${found.needs[needs] ?? needs})`).join(', ')}.
	</p>`;
}

/** The rules that were set aside or found something, with their sources. */
export function legend(all: readonly Linted[], words: ReportWords): Html {
	const named = all.flatMap(({ found, setAside: aside }) => [...found, ...aside]);
	const ids = [...new Set(named.map(({ rule }) => rule))].sort();
	if (ids.length === 0) return html``;
	return html`<details>
		<summary>${words.found.legend}</summary>
		<ul>
			${ids.map((id) => {
				const rule = ruleOf(id);
				const from = rule ? sources[rule.source] : '';
				return html`<li>
					<span class="rule-id">${id}</span><span lang="en">${rule?.wants ?? ''}</span>
					<span class="quiet">${from}.</span>
				</li>`;
			})}
		</ul>
	</details>`;
}
