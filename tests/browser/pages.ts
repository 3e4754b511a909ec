import { course, quizPath } from './course.ts';

/** A page as a first visit finds it. */
export interface PageToSee {
	path: string;
	/** Something that is there once the page is complete. */
	whole: string;
	/** Whether it comes without a script. */
	isStill?: boolean;
}

const home = `/${course.primer.id}`;
const lesson = 'a[href$="/learn/1"]';

/** Every page but those of a running quiz, by what it is called in the tests that look at all of them. */
export const pages = {
	first: { path: '/', whole: '.none' },
	home: { path: home, whole: '.none' },
	lessons: { path: `${home}/learn`, whole: lesson },
	lesson: { path: `${home}/learn/1`, whole: 'main button' },
	whole: { path: `${home}/learn/0`, whole: 'main button' },
	background: { path: `${home}/background`, whole: 'main figure' },
	facts: { path: `${home}/facts`, whole: 'main article' },
	words: { path: `${home}/words`, whole: 'main article' },
	wordCards: { path: `${home}/flashcards?deck=words&seed=a`, whole: '.card' },
	map: { path: `${home}/progress`, whole: `.summary ${lesson}` },
	cards: { path: `${home}/flashcards?seed=a`, whole: '.card' },
	review: { path: `${home}/review`, whole: 'h1[data-focus]' },
	practice: { path: `${home}/practice/mixed`, whole: 'main button' },
	worksheet: { path: `${home}/print?n=3&seed=a&key=with`, whole: '.paper' },
	cardSheets: { path: `${home}/print?make=cards&points=1`, whole: '.paper' },
	foldSheets: { path: `${home}/print?make=fold&points=1`, whole: '.paper' },
	teach: { path: `${home}/teach?seed=a`, whole: '.desk button.primary' },
	byHand: { path: `${home}/teach?pick=hand`, whole: '.none' },
	share: { path: `${home}/share?seed=a`, whole: 'textarea + .copy button' },
	guide: { path: `${home}/teach/guide`, whole: 'article.paper' },
	results: { path: `${home}/teach/results`, whole: 'textarea' },
	host: { path: '/host?seed=a', whole: '.host form button.primary' },
	hostByHand: { path: '/host?pick=hand&pace=own&set=1', whole: '.host .choices label' },
	notHost: { path: '/host/nobody', whole: 'main a' },
	bank: { path: `${home}/bank`, whole: 'h1', isStill: true },
	settings: { path: '/settings', whole: 'dl dd' },
	offline: { path: '/offline?of=/any', whole: 'main ul' },
	examStart: { path: quizPath({ behaviour: 'exam', count: 3, minutes: 5 }), whole: 'form button.primary' },
	altered: { path: `${home}/quiz?ticket=altered`, whole: 'main a' },
	nowhere: { path: '/nowhere', whole: 'main a' }
} satisfies Record<string, PageToSee>;
