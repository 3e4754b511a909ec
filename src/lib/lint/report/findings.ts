import { writtenPath } from '#lib/bank/written-path.ts';

import { itemOf, type Found, type Linted } from '../lint.ts';
import { severities, sources, type Severity } from '../rule.ts';
import { ruleOf } from '../rules.ts';
import { counted, html, type Html } from './html.ts';

const headings: Record<Severity, string> = { error: 'Errors', warning: 'Warnings', info: 'Worth a look' };

const wants: Record<string, string> = {
	language: 'the checker does not know the language',
	lock: 'no lock of the keys was read',
	shingles: 'no fingerprints of the source were read',
	wording: 'the primer has no wording',
	blueprint: 'the primer has no blueprint'
};

/**
 * What the rules found, by level.
 *
 * @param quotes whether each is told as the rule tells it, which may give an answer away
 */
export function findings({ found }: Linted, quotes: boolean): Html {
	if (found.length === 0) return html`<p>No rule finds anything to correct.</p>`;
	return html`${severities.map((level) => {
		const these = found.filter((each) => each.level === level);
		if (these.length === 0) return html``;
		return html`<h3>${headings[level]} (${these.length})</h3>
			<ul>
				${quotes ? these.map((each) => finding(each, each.fix)) : byRule(these)}
			</ul>`;
	})}`;
}

/** Which rules found something at which items, and no word of these. */
function byRule(found: readonly Found[]): Html[] {
	const rules = [...Map.groupBy(found, ({ rule }) => rule)].sort(([one], [other]) => (one < other ? -1 : 1));
	return rules.map(([rule, these]) => {
		const names = [...new Set(these.map(nameOf))].join(', ');
		return html`<li>
			<span class="rule-id">${rule}</span>${ruleOf(rule)?.wants ?? ''}<br />
			<span class="quiet">${counted(these.length, 'finding')}: ${names}</span>
		</li>`;
	});
}

/** What a finding is about, by its id. */
function nameOf(found: Found): string {
	const { subject } = found;
	return itemOf(found) ?? (typeof subject === 'object' && 'fact' in subject ? subject.fact : 'the bank');
}

/** What items set aside, each with its reason; without quotations, by rule. */
export function setAside({ setAside: aside }: Linted, quotes: boolean): Html {
	if (aside.length === 0) return html`<p>No item sets a rule aside.</p>`;
	if (!quotes)
		return html`<ul>
			${byRule(aside)}
		</ul>`;
	return html`<ul>
		${aside.map((each) => finding(each, `Set aside: ${each.reason}`))}
	</ul>`;
}

function finding(found: Found, below: string): Html {
	const { path, rule, message } = found;
	const place = [nameOf(found), writtenPath(path)].filter((part) => part !== '').join(', ');
	return html`<li>
		<span class="rule-id">${rule}</span><b>${place}</b>: ${message}.<br />
		<span class="quiet">${below}</span>
	</li>`;
}

/** Rules that could not run, and why. */
export function silence({ silent }: Linted): Html {
	if (silent.length === 0) return html``;
	return html`<p class="quiet">
		Silent: ${silent.map(({ rule, needs }) => `${rule.id} (${wants[needs] ?? needs})`).join(', ')}.
	</p>`;
}

/** The rules that were set aside or found something, with their sources. */
export function legend(all: readonly Linted[]): Html {
	const named = all.flatMap(({ found, setAside: aside }) => [...found, ...aside]);
	const ids = [...new Set(named.map(({ rule }) => rule))].sort();
	if (ids.length === 0) return html``;
	return html`<details>
		<summary>What these rules want, and where they come from</summary>
		<ul>
			${ids.map((id) => {
				const rule = ruleOf(id);
				const from = rule ? sources[rule.source] : '';
				return html`<li>
					<span class="rule-id">${id}</span>${rule?.wants ?? ''} <span class="quiet">${from}.</span>
				</li>`;
			})}
		</ul>
	</details>`;
}
