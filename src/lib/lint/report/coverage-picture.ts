import type { Item } from '#lib/bank/item.ts';
import type { Fact, Primer } from '#lib/bank/primer.ts';
import { isProduction, kindNames } from '#lib/kinds/index.ts';
import { plainText } from '#lib/text/rich.ts';

import { isScored, itemsByFact, lacksItems } from '../structure/coverage.ts';
import { html, type Html } from './html.ts';
import type { Report } from './report.ts';

/** How much room the names of facts take: codes, or titles. */
const CODES = 52;
const TITLES = 250;
/** About how many letters of a title have that room. */
const LETTERS = 44;
const TOP = 104;
const CELL = 27;
const ROW = 21;

/** One row of the picture: a point’s title, or a fact. */
type Row = { title: string } | { fact: Fact };

/**
 * Facts against kinds: in each cell the number of items that ask for that fact in that kind. Where a report quotes nothing, its
 * table does not say what the facts are either, since this is what the items ask.
 */
export function coveragePicture({ bank, names, words, quotes }: Report): Html {
	const { coverage } = words;
	const rows = rowsOf(names ?? bank.primer, words.whole);
	const left = names ? TITLES : CODES;
	const on = itemsByFact(bank.items);
	const itemsOn = ({ id }: Fact) => on.get(id) ?? [];
	const width = left + kindNames.length * CELL + 6;
	const height = TOP + rows.length * ROW + 4;
	return html`<figure class="${names ? 'named' : ''}">
			<div class="scroll" tabindex="0" role="region" aria-label="${coverage.heading}">
				<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="coverage-title">
					<title id="coverage-title">${coverage.title}</title>
					${kindNames.map((kind, index) => columnHead(words.kind(kind), left + index * CELL))}
					${rows.map((row, index) => drawnRow(row, TOP + index * ROW, { itemsOn, left, width, named: names !== undefined }))}
				</svg>
			</div>
			<figcaption>
				${coverage.how}${
					bank.primer.facts.some((fact) => lacksItems(fact, itemsOn(fact))) ? coverage.lacking : ''
				}
			</figcaption>
		</figure>
		<details>
			<summary>${coverage.asTable}</summary>
			<div class="scroll" tabindex="0" role="region" aria-label="${coverage.table}">
				<table>
					<thead>
						<tr>
							${names ? '' : html`<th>${coverage.fact}</th>`}
							<th>${coverage.name}</th>
							${quotes ? html`<th>${coverage.claim}</th>` : ''}
							<th>${coverage.items}</th>
						</tr>
					</thead>
					<tbody>
						${(names ?? bank.primer).facts.map((fact) => tableRow(fact, itemsOn(fact), { words, quotes, names }))}
					</tbody>
				</table>
			</div>
		</details>`;
}

function rowsOf(primer: Primer, whole: string): Row[] {
	const points = [{ id: 0, title: whole }, ...primer.points];
	return points.flatMap(({ id, title }): Row[] => {
		const facts = primer.facts.filter((fact) => fact.point === id);
		if (facts.length === 0) return [];
		const name = id === 0 ? plainText(title) : `${id} ${plainText(title)}`;
		return [{ title: name }, ...facts.map((fact) => ({ fact }))];
	});
}

function columnHead(kind: string, left: number): Html {
	const x = left + CELL / 2 + 4;
	return html`<text transform="translate(${x} ${TOP - 6}) rotate(-90)">${kind}</text>`;
}

interface Drawing {
	itemsOn: (fact: Fact) => readonly Item[];
	/** Where the columns begin, and where they end. */
	left: number;
	width: number;
	/** Whether facts are named by their titles. */
	named: boolean;
}

function drawnRow(row: Row, y: number, { itemsOn, left, width, named }: Drawing): Html {
	const line = html`<line class="rule" x1="0" x2="${width}" y1="${y}" y2="${y}" />`;
	if ('title' in row) return html`${line}<text x="0" y="${y + 15}" font-weight="700">${row.title}</text>`;
	const { fact } = row;
	const mine = itemsOn(fact);
	const lacking = lacksItems(fact, mine);
	const style = lacking ? 'lacking' : isScored(fact) ? '' : 'faint';
	const name = (named ? fact.title : undefined) ?? fact.id;
	return html`${line}<text class="${style}" x="0" y="${y + 15}"
			>${shortened(name)}${lacking ? ' !' : ''}</text
		>
		${kindNames.flatMap((kind, column) =>
			cell(
				mine.filter((item) => item.kind === kind),
				left + column * CELL,
				y
			)
		)}`;
}

/** The table has the rest. */
function shortened(name: string): string {
	return name.length > LETTERS ? `${name.slice(0, LETTERS - 1).trimEnd()}…` : name;
}

function cell(items: readonly Item[], left: number, y: number): Html[] {
	if (items.length === 0) return [];
	const x = left + 5;
	const produce = items.some(isProduction);
	return [
		html`<g>
			<title>${items.map(({ id }) => id).join(', ')}</title>
			<rect
				class="${produce ? 'produce' : 'recognise'}"
				x="${x}"
				y="${y + 2.5}"
				width="16"
				height="16"
				rx="3"
			/>
			<text class="${produce ? 'on' : ''}" x="${x + 8}" y="${y + 14.5}" text-anchor="middle"
				>${items.length}</text
			>
		</g>`
	];
}

function tableRow(
	fact: Fact,
	mine: readonly Item[],
	{
		words: { coverage, kind: called },
		quotes,
		names
	}: Pick<Report, 'words' | 'quotes'> & { names: Primer | undefined }
): Html {
	const said = mine.map(({ id, kind }) => `${id} (${called(kind)})`).join(', ');
	return html`<tr>
		${names ? '' : html`<td>${fact.id}</td>`}
		<td>${fact.title ?? (names ? fact.id : coverage.none)}</td>
		${quotes ? html`<td>${plainText(fact.claim)}</td>` : ''}
		<td>${said || (isScored(fact) ? coverage.none : coverage.notAsked)}</td>
	</tr>`;
}
