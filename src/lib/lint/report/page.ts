import { kindNames } from '#lib/kinds/index.ts';
import { plainText } from '#lib/text/rich.ts';

import type { Share } from '../bank/mix.ts';
import type { Severity } from '../rule.ts';
import { thresholds } from '../thresholds.ts';
import { percent } from '../words.ts';
import { bars } from './bars.ts';
import { coveragePicture } from './coverage-picture.ts';
import { findings, legend, setAside, silence } from './findings.ts';
import { counted, html, type Html } from './html.ts';
import type { Report } from './report.ts';
import { style } from './style.ts';
import { translations } from './translations.ts';

/** The report of a bank as one page of HTML that needs nothing beside itself: no script, no other file. */
export function reportPage(report: Report): string {
	const { bank, linted, home, quotes, withQuotes } = report;
	const { title } = bank.primer;
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<title>The questions of ${title}</title>
				<style>
					${style}
				</style>
			</head>
			<body>
				<main>
					${home === undefined ? '' : html`<p><a href="${home}">Back to ${title}</a></p>`}
					<h1>The questions of ${title}</h1>
					<p>${summary(report)}</p>
					<h2>Which facts are asked for, and how</h2>
					${coveragePicture(bank, quotes)}
					<h2>Items of each kind</h2>
					${counts(report)}
					<h2>Levels and difficulties</h2>
					<h3>What the learner has to do</h3>
					${shares('Levels', report.levels)}
					<h3>Difficulty</h3>
					${shares('Difficulties', report.difficulties)}
					<h2>Where the key is in the files</h2>
					<p class="quiet">
						Learners see the options shuffled; other systems may show them as they are written.
					</p>
					${report.keyPlaces.map(keyPlaces)}
					<h2>What blind guessing earns</h2>
					<p class="quiet">
						Six ways to answer without knowing anything. None should gain more than
						${percent(thresholds.blindGain)} over chance. Over the whole bank, chance earns
						${percent(report.chance)}.
					</p>
					${bars('Blind strategies', report.blind.map(blindBar), 'what chance earns on the same items')}
					<h2>What the rules find</h2>
					${
						withQuotes === undefined
							? ''
							: html`<p class="quiet">
									What the rules say of an item often tells its answer, so it is left out here.
									<a href="${withQuotes}">Show it, with the answers</a>
								</p>`
					}
					${findings(linted, quotes)} ${silence(linted)}
					<h2>What is set aside, and why</h2>
					${setAside(linted, quotes)} ${legend([linted, ...report.translations.map((each) => each.linted)])}
					${translations(report)}
				</main>
			</body>
		</html> `.markup;
}

function summary({ bank: { primer, items }, linted }: Report): string {
	const found = (level: Severity) =>
		counted(linted.found.filter((each) => each.level === level).length, level);
	const aside = counted(linted.setAside.length, 'finding');
	return `${counted(items.length, 'item')} on ${counted(primer.facts.length, 'fact')}: ${found('error')}, ${found('warning')}, ${aside} set aside with a reason.`;
}

function counts({ bank: { primer, items } }: Report): Html {
	const points = [{ id: 0, title: 'The course as a whole' }, ...primer.points];
	const planned = primer.blueprint?.counts;
	return html`<div class="scroll" tabindex="0" role="region" aria-label="Items of each kind">
			<table>
				<thead>
					<tr>
						<th>Kind</th>
						${points.map(({ id, title }) => html`<th class="number"><abbr title="${plainText(title)}">${id}</abbr></th>`)}
						<th class="number">All</th>
					</tr>
				</thead>
				<tbody>
					${kindNames.map((kind) => {
						const mine = items.filter((item) => item.kind === kind);
						const cells = points.map(({ id }) => {
							const there = mine.filter((item) => item.point === id).length;
							return html`<td class="number">${there}${planned ? `/${planned[kind]?.[id] ?? 0}` : ''}</td>`;
						});
						return html`<tr>
							<th scope="row">${kind.replaceAll('-', ' ')}</th>
							${cells}
							<td class="number">${mine.length}</td>
						</tr>`;
					})}
				</tbody>
			</table>
		</div>
		<p class="quiet">
			Columns are the points; 0 is the course as a
			whole.${planned ? ' Behind the stroke: the blueprint.' : ''}
		</p>`;
}

function shares(title: string, list: readonly Share[]): Html {
	const rows = list.map(({ name, count, share, target }) => ({
		label: name,
		value: share,
		says: `${count} (${percent(share)})`,
		...(target !== undefined && { mark: target, bad: Math.abs(share - target) > thresholds.mixSlack })
	}));
	return bars(title, rows, list.some(({ target }) => target !== undefined) ? 'the target' : undefined);
}

function keyPlaces({ options, counts: places }: Report['keyPlaces'][number]): Html {
	const all = places.reduce((sum, count) => sum + count, 0);
	const rows = places.map((count, index) => ({
		label: `place ${index + 1}`,
		value: count / Math.max(1, all),
		says: String(count),
		mark: 1 / options
	}));
	return html`<h3>${counted(all, 'choice')} with ${options} options</h3>
		${bars(`Places of the key among ${options} options`, rows, 'an even spread')}`;
}

function blindBar({ says, score, chance, items }: Report['blind'][number]) {
	return {
		label: says,
		value: score,
		mark: chance,
		bad: score > chance + thresholds.blindGain,
		says: `${percent(score)} (${counted(items, 'item')})`
	};
}
