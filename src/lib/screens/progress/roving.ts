/**
 * The cell of the map that a key leads to: with left and right the one before or after in the order of the page, with up and
 * down the nearest of the next row, and with Home and End the first and the last.
 *
 * @param points what holds the cells
 * @returns undefined where the key leads nowhere
 */
export function cellAfter(
	points: HTMLElement,
	{ key, target, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent
): HTMLElement | undefined {
	if (altKey || ctrlKey || metaKey || shiftKey) return undefined;
	const cells = [...points.querySelectorAll<HTMLElement>('[data-fact]')];
	const at = cells.findIndex((cell) => cell === target);
	if (at === -1) return undefined;
	const isReversed = getComputedStyle(points).direction === 'rtl';
	switch (key) {
		case 'ArrowRight':
			return cells[at + (isReversed ? -1 : 1)];
		case 'ArrowLeft':
			return cells[at + (isReversed ? 1 : -1)];
		case 'ArrowDown':
		case 'ArrowUp':
			return inNextRow(cells, at, key === 'ArrowDown' ? 1 : -1);
		case 'Home':
			return cells[0];
		case 'End':
			return cells.at(-1);
		default:
			return undefined;
	}
}

/** @param way 1 down the page, -1 up */
function inNextRow(cells: readonly HTMLElement[], at: number, way: 1 | -1): HTMLElement | undefined {
	const boxes = cells.map((cell) => ({ cell, box: cell.getBoundingClientRect() }));
	const here = boxes[at]?.box;
	if (!here) return undefined;
	const middle = (box: DOMRect) => box.left + box.width / 2;
	const aside = (box: DOMRect) => Math.abs(middle(box) - middle(here));
	const ahead = boxes
		// Half a cell further on is another row, whatever the rounding.
		.filter(({ box }) => (box.top - here.top) * way > here.height / 2)
		.sort((a, b) => (a.box.top - b.box.top) * way);
	// Of points side by side, rows of the other one are no rows of this: the nearest below comes first.
	const inColumn = ahead.filter(({ box }) => aside(box) < here.width);
	const rows = inColumn.length > 0 ? inColumn : ahead;
	const [first] = rows;
	const row = rows.filter(({ box }) => first && Math.abs(box.top - first.box.top) < here.height / 2);
	return row.sort((a, b) => aside(a.box) - aside(b.box))[0]?.cell;
}
