import type { Attachment } from 'svelte/attachments';

/** The events of a list while one of its rows is dragged; places count from 0. */
export interface Dragging {
	start: (place: number) => void;
	move: (from: number, to: number) => void;
	end: () => void;
}

/**
 * Lets the rows of a list be dragged by their `data-grip` element, with a mouse, a pen or a finger. A row
 * changes places with its neighbour once the pointer has passed that neighbour's middle. The list must be
 * positioned.
 */
export function dragging({ start, move, end }: Dragging): Attachment<HTMLElement> {
	return (list) => {
		let row: Element | undefined;
		let pointer: number | undefined;
		const rows = () => [...list.children].filter((child) => child instanceof HTMLElement);

		function down(event: PointerEvent) {
			const { target } = event;
			if (row || event.button !== 0 || !(target instanceof Element) || !target.closest('[data-grip]')) return;
			const place = rows().findIndex((child) => child.contains(target));
			if (place === -1) return;
			event.preventDefault();
			row = rows()[place];
			pointer = event.pointerId;
			// Listen on the window, since a row that moves in the document would lose pointer capture.
			window.addEventListener('pointermove', over);
			window.addEventListener('pointerup', up);
			window.addEventListener('pointercancel', up);
			start(place);
		}

		function over(event: PointerEvent) {
			if (event.pointerId !== pointer) return;
			const all = rows();
			const from = all.findIndex((child) => child === row);
			const y = event.clientY - list.getBoundingClientRect().top;
			// Unlike a bounding box, these ignore a row still gliding to its place.
			const middle = (child: HTMLElement) => child.offsetTop + child.offsetHeight / 2;
			const above = all.slice(0, from).filter((child) => middle(child) < y).length;
			const below = all.slice(from + 1).filter((child) => middle(child) < y).length;
			if (above + below !== from) move(from, above + below);
		}

		function up(event: PointerEvent) {
			if (event.pointerId !== pointer) return;
			stop();
			end();
		}

		function stop() {
			row = undefined;
			pointer = undefined;
			window.removeEventListener('pointermove', over);
			window.removeEventListener('pointerup', up);
			window.removeEventListener('pointercancel', up);
		}

		list.addEventListener('pointerdown', down);
		return () => {
			list.removeEventListener('pointerdown', down);
			stop();
		};
	};
}
