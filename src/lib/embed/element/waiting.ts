import * as m from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';

import { authorWords, learnerWords, mayPass, type Trouble } from './trouble.ts';

/** What stands in an element before there is a quiz, or because there is none; it needs nothing of the quiz’s own style. */
const STYLE = `
:host { display: block; min-height: 4rem; }
:host([hidden]) { display: none; }
.waiting { display: grid; gap: 0.75rem; justify-items: start; padding: 1rem; }
p { margin: 0; overflow-wrap: anywhere; }
.author { font-size: 0.875em; }
button { font: inherit; padding: 0.5em 1.1em; cursor: pointer; }
`;

/** Says that the quiz is on its way. @returns takes it away */
export function showLoading(root: ShadowRoot, language: Locale): () => void {
	const said = paragraph(m.embed_loading({}, { locale: language }));
	said.role = 'status';
	return show(root, language, [said]);
}

/**
 * Says why there is no quiz, to the learner and to whoever made the page.
 *
 * @returns takes it away
 */
export function showTrouble(
	root: ShadowRoot,
	language: Locale,
	trouble: Trouble,
	again: () => void
): () => void {
	const said = paragraph(learnerWords(trouble, language));
	said.role = 'alert';
	const more = paragraph(authorWords(trouble, language));
	more.className = 'author';
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = m.embed_try_again({}, { locale: language });
	button.addEventListener('click', again);
	return show(root, language, [said, more, ...(mayPass(trouble) ? [button] : [])]);
}

function show(root: ShadowRoot, language: Locale, children: HTMLElement[]): () => void {
	const { CSSStyleSheet } = root.ownerDocument.defaultView ?? globalThis;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(STYLE);
	root.adoptedStyleSheets.push(sheet);
	const place = document.createElement('div');
	place.className = 'waiting';
	place.lang = language;
	place.dir = 'ltr';
	place.append(...children);
	root.append(place);
	return () => {
		root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
		place.remove();
	};
}

function paragraph(text: string): HTMLParagraphElement {
	const element = document.createElement('p');
	element.textContent = text;
	return element;
}
