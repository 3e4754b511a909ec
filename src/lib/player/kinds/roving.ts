import type { Attachment } from 'svelte/attachments';

const steps: Record<string, (at: number, count: number) => number> = {
	ArrowDown: (at, count) => (at + 1) % count,
	ArrowRight: (at, count) => (at + 1) % count,
	ArrowUp: (at, count) => (at - 1 + count) % count,
	ArrowLeft: (at, count) => (at - 1 + count) % count,
	Home: () => 0,
	End: (_, count) => count - 1
};

/**
 * Makes the checkboxes of a group one stop of the Tab key, as radio buttons are anyway: arrows, Home and End
 * move between them. Without scripts each remains its own stop.
 */
export function roving(): Attachment<HTMLElement> {
	return (group) => {
		const boxes = () => [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];

		function stopAt(current: EventTarget | null | undefined) {
			for (const box of boxes()) box.tabIndex = box === current ? 0 : -1;
		}

		function onfocus({ target }: FocusEvent) {
			stopAt(target);
		}

		function onkey(event: KeyboardEvent) {
			const step = steps[event.key];
			const all = boxes();
			const at = all.findIndex((box) => box === event.target);
			if (!step || at === -1 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			all[step(at, all.length)]?.focus();
		}

		stopAt(boxes()[0]);
		group.addEventListener('focusin', onfocus);
		group.addEventListener('keydown', onkey);
		return () => {
			group.removeEventListener('focusin', onfocus);
			group.removeEventListener('keydown', onkey);
			for (const box of boxes()) box.removeAttribute('tabindex');
		};
	};
}
