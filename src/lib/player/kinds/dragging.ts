import type { Attachment } from 'svelte/attachments';

/** The events of a list while one of its rows is dragged; places count from 0. */
export interface Dragging {
	start: (place: number) => void;
	move: (from: number, to: number) => void;
	end: () => void;
}

/** How near to an edge of what is in sight the page begins to scroll: a share of its height, within pixels. */
const EDGE = { share: 0.15, least: 48, most: 140 };

/** How far it scrolls in a frame at the very edge, in pixels. */
const FASTEST = 14;

/**
 * Lets the rows of a list be dragged by their `data-grip` element, with a mouse, a pen or a finger. A row
 * changes places with its neighbour once the pointer has passed that neighbour's middle. At an edge of what is in sight,
 * the page scrolls. The list must be positioned.
 */
export function dragging({ start, move, end }: Dragging): Attachment<HTMLElement> {
	return (list) => {
		let row: Element | undefined;
		let pointer: number | undefined;
		/** Where the pointer is, from the top of the window. */
		let height = 0;
		let frame: number | undefined;
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
			height = event.clientY;
			settle();
			frame ??= requestAnimationFrame(scroll);
		}

		/** Moves the row to where the pointer is. */
		function settle() {
			const all = rows();
			const from = all.findIndex((child) => child === row);
			const y = height - list.getBoundingClientRect().top;
			// Unlike a bounding box, these ignore a row still gliding to its place.
			const middle = (child: HTMLElement) => child.offsetTop + child.offsetHeight / 2;
			const above = all.slice(0, from).filter((child) => middle(child) < y).length;
			const below = all.slice(from + 1).filter((child) => middle(child) < y).length;
			if (above + below !== from) move(from, above + below);
		}

		/** Scrolls as long as the pointer is at an edge and there is more to see. */
		function scroll() {
			frame = undefined;
			const scroller = scrollerOf(list);
			const before = scroller.scrollTop;
			scroller.scrollBy({ top: scrolledAt(height, scroller), behavior: 'instant' });
			if (scroller.scrollTop === before) return;
			settle();
			frame = requestAnimationFrame(scroll);
		}

		function up(event: PointerEvent) {
			if (event.pointerId !== pointer) return;
			stop();
			end();
		}

		function stop() {
			row = undefined;
			pointer = undefined;
			if (frame !== undefined) cancelAnimationFrame(frame);
			frame = undefined;
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

/** What scrolls the list: the nearest element around it that can, also beyond a shadow root, or else the page. */
function scrollerOf(list: Element): Element {
	for (let place = outside(list); place; place = outside(place)) {
		const { overflowY } = getComputedStyle(place);
		if (/auto|scroll/.test(overflowY) && place.scrollHeight > place.clientHeight) return place;
	}
	return list.ownerDocument.scrollingElement ?? list.ownerDocument.documentElement;
}

function outside(element: Element): Element | null {
	const root = element.getRootNode();
	return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** How far to scroll with the pointer at that height: nothing but at an edge, and faster the nearer it is. */
function scrolledAt(height: number, scroller: Element): number {
	const { top, bottom } = scroller.getBoundingClientRect();
	const [first, last] = [Math.max(0, top), Math.min(innerHeight, bottom)];
	const edge = Math.min(EDGE.most, Math.max(EDGE.least, EDGE.share * (last - first)));
	const beyond = height < first + edge ? height - first - edge : Math.max(0, height - last + edge);
	return Math.round(FASTEST * Math.max(-1, Math.min(1, beyond / edge)));
}
