import { percent } from '../words.ts';
import { html, type Html } from './html.ts';
import type { ReportWords } from './words.ts';

/** One row of a chart. */
export interface Bar {
	label: string;
	/** From 0 to 1. */
	value: number;
	/** What to compare it with: a target, or chance. */
	mark?: number;
	/** The value is not as it should be; a “!” marks it, since colour alone says nothing. */
	bad?: boolean;
	/** The text beside the bar; the value in percent unless given. */
	says?: string;
}

const ROW = 34;
const WIDTH = 340;

/** Horizontal bars, each with its label above it and a mark for what it is compared with. */
export function bars(
	title: string,
	rows: readonly Bar[],
	marked: string | undefined,
	words: Pick<ReportWords, 'line' | 'warned'>
): Html {
	const text = rows.map(({ label, mark, ...row }) =>
		[`${label}: ${saying(row)}`, ...(mark === undefined ? [] : [`${marked ?? ''} ${percent(mark)}`])].join(
			', '
		)
	);
	return html`<figure>
		<svg viewBox="0 0 ${WIDTH} ${rows.length * ROW}" role="img" aria-label="${title}. ${text.join('; ')}.">
			${rows.map(bar)}
		</svg>
		${
			marked === undefined
				? ''
				: html`<figcaption>
						${words.line(marked)}${rows.some(({ bad }) => bad) ? words.warned : ''}
					</figcaption>`
		}
	</figure>`;
}

function saying({ value, bad = false, says = percent(value) }: Pick<Bar, 'value' | 'bad' | 'says'>): string {
	return bad ? `! ${says}` : says;
}

function bar(row: Bar, index: number): Html {
	const { label, value, mark, bad = false } = row;
	const top = index * ROW;
	const at = (share: number) => (Math.min(1, share) * WIDTH).toFixed(1);
	const line =
		mark === undefined
			? ''
			: html`<line class="mark" x1="${at(mark)}" x2="${at(mark)}" y1="${top + 15}" y2="${top + 29}" />`;
	return html`<text x="0" y="${top + 12}">${label}</text>
		<text x="${WIDTH}" y="${top + 12}" text-anchor="end">${saying(row)}</text>
		<rect class="track" x="0" y="${top + 18}" width="${WIDTH}" height="8" rx="2" />
		<rect class="${bad ? 'over' : 'bar'}" x="0" y="${top + 18}" width="${at(value)}" height="8" rx="2" />
		${line}`;
}
