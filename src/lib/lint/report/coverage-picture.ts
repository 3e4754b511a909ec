import type { Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import type { Fact } from '#lib/bank/primer.ts';
import { isProduction, kindNames } from '#lib/kinds/index.ts';
import { plainText } from '#lib/text/rich.ts';

import { isScored, itemsByFact, lacksItems } from '../structure/coverage.ts';
import { html, type Html } from './html.ts';
import type { Report } from './report.ts';

const LEFT = 52;
const TOP = 104;
const CELL = 27;
const ROW = 21;

/** One row of the picture: a point’s title, or a fact. */
type Row = { title: string } | { fact: Fact };

/**
 * Facts against kinds: in each cell the number of items that ask for that fact in that kind. Where a report quotes nothing, its
 * table does not say what the facts are either, since this is what the items ask.
 */
export function coveragePicture({ bank, words, quotes }: Report): Html {
	const { coverage } = words;
	const rows = rowsOf(bank, words.whole);
	const on = itemsByFact(bank.items);
	const itemsOn = ({ id }: Fact) => on.get(id) ?? [];
	const width = LEFT + kindNames.length * CELL + 6;
	const height = TOP + rows.length * ROW + 4;
	return html`<figure>
			<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="coverage-title">
				<title id="coverage-title">${coverage.title}</title>
				${kindNames.map((kind, index) => columnHead(words.kinds[kind], index))}
				${rows.map((row, index) => drawnRow(row, index, itemsOn, width))}
			</svg>
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
							<th>${coverage.fact}</th>
							<th>${coverage.name}</th>
							${quotes ? html`<th>${coverage.claim}</th>` : ''}
							<th>${coverage.items}</th>
						</tr>
					</thead>
					<tbody>
						${bank.primer.facts.map((fact) => tableRow(fact, itemsOn(fact), { words, quotes }))}
					</tbody>
				</table>
			</div>
		</details>`;
}

function rowsOf({ primer }: Bank, whole: string): Row[] {
	const points = [{ id: 0, title: whole }, ...primer.points];
	return points.flatMap(({ id, title }): Row[] => {
		const facts = primer.facts.filter((fact) => fact.point === id);
		if (facts.length === 0) return [];
		const name = id === 0 ? plainText(title) : `${id} ${plainText(title)}`;
		return [{ title: name }, ...facts.map((fact) => ({ fact }))];
	});
}

function columnHead(kind: string, index: number): Html {
	const x = LEFT + index * CELL + CELL / 2 + 4;
	return html`<text transform="translate(${x} ${TOP - 6}) rotate(-90)">${kind}</text>`;
}

function drawnRow(row: Row, index: number, itemsOn: (fact: Fact) => readonly Item[], width: number): Html {
	const y = TOP + index * ROW;
	const line = html`<line class="rule" x1="0" x2="${width}" y1="${y}" y2="${y}" />`;
	if ('title' in row) return html`${line}<text x="0" y="${y + 15}" font-weight="700">${row.title}</text>`;
	const { fact } = row;
	const mine = itemsOn(fact);
	const lacking = lacksItems(fact, mine);
	const style = lacking ? 'lacking' : isScored(fact) ? '' : 'faint';
	return html`${line}<text class="${style}" x="0" y="${y + 15}">${fact.id}${lacking ? ' !' : ''}</text>
		${kindNames.flatMap((kind, column) =>
			cell(
				mine.filter((item) => item.kind === kind),
				column,
				y
			)
		)}`;
}

function cell(items: readonly Item[], column: number, y: number): Html[] {
	if (items.length === 0) return [];
	const x = LEFT + column * CELL + 5;
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
	{ words: { coverage, kinds }, quotes }: Pick<Report, 'words' | 'quotes'>
): Html {
	const said = mine.map(({ id, kind }) => `${id} (${kinds[kind]})`).join(', ');
	return html`<tr>
		<td>${fact.id}</td>
		<td>${fact.title ?? coverage.none}</td>
		${quotes ? html`<td>${plainText(fact.claim)}</td>` : ''}
		<td>${said || (isScored(fact) ? coverage.none : coverage.notAsked)}</td>
	</tr>`;
}
