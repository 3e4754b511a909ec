import { kindNames } from '#lib/kinds/index.ts';
import { plainText } from '#lib/text/rich.ts';

import type { Share } from '../bank/mix.ts';
import type { Severity } from '../rule.ts';
import { thresholds } from '../thresholds.ts';
import { percent } from '../words.ts';
import { bars, type Bar } from './bars.ts';
import { coveragePicture } from './coverage-picture.ts';
import { findings, legend, setAside, silence } from './findings.ts';
import { html, type Html } from './html.ts';
import type { Report, Ways } from './report.ts';
import { style } from './style.ts';
import { translations } from './translations.ts';
import type { ReportWords } from './words.ts';

/** The report of a bank as one page of HTML that needs nothing beside itself: no script, no other file. */
export function reportPage(report: Report): string {
	const { bank, linted, names = bank.primer, home, ways, withQuotes, words } = report;
	const { found } = words;
	const { title } = names;
	return html`<!doctype html>
		<html lang="${words.language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<title>${words.heading(title)}</title>
				<style>
					${style}
				</style>
			</head>
			<body>
				${ways ? navigation(ways) : ''}
				<main>
					${home === undefined ? '' : html`<p><a href="${home}">${words.back(title)}</a></p>`}
					<h1>${words.heading(title)}</h1>
					<p>${summary(report)}</p>
					<h2>${words.coverage.heading}</h2>
					${coveragePicture(report)}
					<h2>${words.counts.heading}</h2>
					${counts(report)}
					<h2>${words.mix.heading}</h2>
					<h3>${words.mix.levels}</h3>
					${shares(words.mix.levels, report.levels, words)}
					<h3>${words.mix.difficulty}</h3>
					${shares(words.mix.difficulty, report.difficulties, words)}
					<h2>${words.places.heading}</h2>
					<p class="quiet">${words.places.shuffled}</p>
					${report.keyPlaces.map((each) => keyPlaces(each, words))}
					<h2>${words.blind.heading}</h2>
					<p class="quiet">${words.blind.how(percent(thresholds.blindGain), percent(report.chance))}</p>
					${bars(words.blind.title, blindBars(report), words.blind.mark, words)}
					<h2>${found.heading}</h2>
					${found.foreign === '' ? '' : html`<p class="quiet">${found.foreign}</p>`}
					${
						withQuotes === undefined
							? ''
							: html`<p class="quiet">${found.leftOut} <a href="${withQuotes}">${found.show}</a></p>`
					}
					${findings(linted, report)} ${silence(linted, words)}
					<h2>${found.asideHeading}</h2>
					${setAside(linted, report)}
					${legend([linted, ...report.translations.map((each) => each.linted)], words)}
					${translations(report)}
				</main>
			</body>
		</html> `.markup;
}

function summary({ bank: { primer, items }, linted, words }: Report): string {
	const found = (level: Severity) =>
		words.counted(linted.found.filter((each) => each.level === level).length, level);
	return words.summary(
		words.counted(items.length, 'item'),
		words.counted(primer.facts.length, 'fact'),
		found('error'),
		found('warning'),
		words.counted(linted.setAside.length, 'finding')
	);
}

function navigation({ label, pages }: Ways): Html {
	const links = pages.map(
		({ words, address, isHere }) =>
			html`<li><a href="${address}" ${isHere ? html`aria-current="page"` : ''}>${words}</a></li>`
	);
	return html`<nav aria-label="${label}">
		<ul>
			${links}
		</ul>
	</nav>`;
}

function counts({ bank: { primer, items }, names = primer, words }: Report): Html {
	const points = [{ id: 0, title: words.whole }, ...names.points];
	const planned = primer.blueprint?.counts;
	return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.counts.heading}">
			<table>
				<thead>
					<tr>
						<th>${words.counts.kind}</th>
						${points.map(({ id, title }) => html`<th class="number"><abbr title="${plainText(title)}">${id}</abbr></th>`)}
						<th class="number">${words.counts.all}</th>
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
							<th scope="row">${words.kind(kind)}</th>
							${cells}
							<td class="number">${mine.length}</td>
						</tr>`;
					})}
				</tbody>
			</table>
		</div>
		<p class="quiet">${words.counts.columns}${planned ? words.counts.blueprint : ''}</p>`;
}

function shares(title: string, list: readonly Share[], words: ReportWords): Html {
	const rows = list.map(({ name, count, share, target }) => ({
		label: words.mix.level(name),
		value: share,
		says: `${count} (${percent(share)})`,
		...(target !== undefined && { mark: target, bad: Math.abs(share - target) > thresholds.mixSlack })
	}));
	return bars(
		title,
		rows,
		list.some(({ target }) => target !== undefined) ? words.mix.target : undefined,
		words
	);
}

function keyPlaces({ options, counts: places }: Report['keyPlaces'][number], words: ReportWords): Html {
	const all = places.reduce((sum, count) => sum + count, 0);
	const rows = places.map((count, index) => ({
		label: words.places.place(index + 1),
		value: count / Math.max(1, all),
		says: String(count),
		mark: 1 / options
	}));
	return html`<h3>${words.places.of(words.counted(all, 'choice'), options)}</h3>
		${bars(words.places.title(options), rows, words.places.even, words)}`;
}

function blindBars({ blind, words }: Report): Bar[] {
	return blind.map(({ name, says, score, chance, items }) => ({
		label: words.blind.strategy(name, says),
		value: score,
		mark: chance,
		bad: score > chance + thresholds.blindGain,
		says: `${percent(score)} (${words.counted(items, 'item')})`
	}));
}
