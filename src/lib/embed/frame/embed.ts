/**
 * Turns each link `<a class="five-points" href="…/embed/…">` of somebody else’s page into the quiz that it leads to, in a
 * frame as high as that. Without this script, or if the quiz does not come, the link is there. Served as `/embed/embed.js`;
 * only links to where the script itself comes from are meant: others may write links into a page.
 */
import { isReady, readHeight } from './messages.ts';

/** How high a frame is before it says so itself, in CSS pixels. */
const HEIGHT = 480;

/** How long a frame that has loaded, or is looked at, may say nothing before its link is shown again, in milliseconds. */
const PATIENCE = 10_000;

const script = document.currentScript;
const home = script instanceof HTMLScriptElement ? new URL(script.src).origin : '';

function frameOf(link: HTMLAnchorElement): void {
	const frame = document.createElement('iframe');
	Object.assign(frame, { src: link.href, title: link.textContent.trim() || link.href, loading: 'lazy' });
	frame.allow = 'clipboard-write';
	Object.assign(frame.style, {
		...{ display: 'block', boxSizing: 'content-box', width: '100%', height: `${HEIGHT}px` },
		...{ minWidth: '0', margin: '0', padding: '0', border: '0' }
	});
	const showLink = (isShown: boolean): void => {
		if (isShown) link.style.removeProperty('display');
		else link.style.setProperty('display', 'none', 'important');
	};
	let isThere = false;
	addEventListener('message', ({ data, origin, source }) => {
		if (origin !== home || source === null || source !== frame.contentWindow) return;
		const height = readHeight(data);
		if (height !== undefined) frame.style.height = `${height}px`;
		if (isReady(data)) showLink(!(isThere = true));
	});
	const wait = (): unknown => setTimeout(() => isThere || showLink(true), PATIENCE);
	frame.addEventListener('load', wait);
	// A server that takes the request and never answers lets nothing load. What is in sight has been asked for.
	const sight = new IntersectionObserver((seen) => {
		if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
		sight.disconnect();
		wait();
	});
	showLink(false);
	link.classList.remove('five-points');
	link.after(frame);
	sight.observe(frame);
}

function begin(): void {
	for (const link of document.querySelectorAll<HTMLAnchorElement>('a.five-points[href]'))
		if (link.origin === home && /\/embed\/[^/]+$/.test(link.pathname)) frameOf(link);
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
else begin();
