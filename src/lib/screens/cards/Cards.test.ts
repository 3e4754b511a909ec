import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';

import type { Fact, Word } from '#lib/bank/primer.ts';
import { dealt } from '#lib/review/deck.ts';

import Cards from './Cards.svelte';

Element.prototype.scrollIntoView = () => undefined;

const source = { title: 'A later paper', address: 'https://example.org/later' };

/** Facts whose claims and cues tell them apart: a, b and c. */
const facts: Fact[] = ['a', 'b', 'c'].map((id, index) => ({
	id,
	title: `Title ${id}`,
	point: index,
	status: 'as-of',
	claim: `The claim of ${id}.`,
	cue: `What is ${id}?`,
	where: `Paragraph ${id}`,
	since: [{ note: `More on ${id}.`, date: '2020-02-02', checked: '2026-01-01', source }]
}));

const order = dealt(['a', 'b', 'c'], 's').round;
const user = userEvent.setup();

function open(some: readonly (Fact | Word)[] = facts) {
	const due = new Map([[order[1] ?? '', '2026-12-03']]);
	const rest = {
		seed: 's',
		asOf: '2018-11-13',
		language: 'en',
		review: '/p/review',
		due,
		today: '2026-11-25'
	};
	render(Cards, { cards: some, ...rest });
}

const shows = (text: string) => expect(screen.getByText(text)).toBeInTheDocument();

test('the front asks; the back answers, with its day, its place, and what came since', async () => {
	open();
	shows(`What is ${order[0]}?`);
	expect(screen.queryByText(/^The claim/)).toBeNull();
	await user.keyboard(' ');
	shows(`The claim of ${order[0]}.`);
	shows('as of 13 November 2018');
	shows(`Paragraph ${order[0]}`);
	shows(`More on ${order[0]}.`);
	expect(screen.getByRole('link', { name: 'A later paper' })).toHaveAttribute('href', source.address);
	await user.keyboard('{Enter}');
	shows(`What is ${order[0]}?`);
});

test('a word to know asks what it means, and tells it with its source', async () => {
	open([{ id: 'norm', term: 'norm', meaning: 'What is expected.', source }]);
	const front = screen.getByRole('article', { name: 'Front' });
	expect(front).toHaveTextContent('Word to know Front norm What does it mean?');
	expect(front).not.toHaveTextContent('What is expected.');
	await user.keyboard(' ');
	shows('What is expected.');
	shows('norm');
	expect(screen.getByRole('link', { name: 'A later paper' })).toHaveAttribute('href', source.address);
	await user.keyboard('2');
	shows('You knew the card');
});

test('both sides of a card say what its fact is called', async () => {
	open();
	shows(`Title ${order[0]}`);
	await user.keyboard(' ');
	shows(`Title ${order[0]}`);
});

test('the front of a card without a cue asks what one knows of its title, and leaves out no words', async () => {
	open(facts.map(({ cue: _, ...fact }) => fact));
	const front = screen.getByRole('article', { name: 'Front' });
	expect(front).toHaveTextContent(`Title ${order[0]} What do you know of it?`);
	expect(front).not.toHaveTextContent('[…]');
	await user.keyboard(' ');
	shows(`The claim of ${order[0]}.`);
});

test('a card is judged only after it was turned, by its buttons and by their keys', async () => {
	open();
	expect(screen.queryByRole('button', { name: /^(Not yet|Knew it)/ })).toBeNull();
	await user.keyboard('12');
	shows(`What is ${order[0]}?`);
	shows('Card 1 of 3');
	await user.keyboard(' ');
	expect(screen.getByRole('button', { name: /^Knew it/ })).toHaveClass('primary');
	expect(screen.getByRole('button', { name: /^Not yet/ })).not.toHaveClass('primary');
	expect(screen.getByRole('button', { name: 'Turn back' })).not.toHaveClass('primary');
});

test('each judgement says when the card comes back', async () => {
	open();
	await user.keyboard(' ');
	screen.getByRole('button', { name: 'Not yet again at the end of this pile' });
	screen.getByRole('button', { name: 'Knew it done in this round' });
	await user.keyboard('2 ');
	screen.getByRole('button', { name: 'Not yet again at the end of this pile' });
	screen.getByRole('button', { name: 'Knew it in review Thursday 3 December' });
	await user.keyboard('2 ');
	screen.getByRole('button', { name: 'Not yet comes back at once' });
});

test('what is not known yet comes back after those before it that are not known either', async () => {
	open();
	await user.keyboard(' 1 ');
	screen.getByRole('button', { name: 'Not yet comes back after 2 cards' });
});

test('after a judgement the focus goes to the next card’s button', async () => {
	open();
	await user.keyboard(' ');
	await user.click(screen.getByRole('button', { name: /^Knew it/ }));
	expect(screen.getByRole('button', { name: 'Turn over' })).toHaveFocus();
});

test('the button turns the card and keeps the focus; what is shown is announced', async () => {
	open();
	await user.click(screen.getByRole('button', { name: 'Turn over' }));
	expect(screen.getByRole('button', { name: 'Turn back' })).toHaveFocus();
	expect(screen.getByRole('article', { name: 'Back' }).parentElement).toHaveAttribute('aria-live', 'polite');
});

test('a tap on the card turns it, but one on a link of it does not', async () => {
	open();
	await user.click(screen.getByText(`What is ${order[0]}?`));
	shows(`The claim of ${order[0]}.`);
	const link = screen.getByRole('link', { name: 'A later paper' });
	link.addEventListener('click', (event) => event.preventDefault());
	await user.click(link);
	shows(`The claim of ${order[0]}.`);
});

test('what was not known comes again; the end is to be seen, and says that it counts for nothing', async () => {
	open();
	await user.keyboard(' 1');
	await user.keyboard(' 2');
	shows('Card 3 of 3');
	shows('2 cards left. Known: 1.');
	await user.keyboard(' 2');
	shows('Card 1 of 1');
	shows('Going through what you did not know yet.');
	shows(`What is ${order[0]}?`);
	await user.keyboard(' ');
	await user.click(screen.getByRole('button', { name: /^Knew it/ }));
	expect(screen.getByRole('heading', { name: 'You knew all 3 cards' })).toHaveFocus();
	expect(screen.getByRole('link', { name: 'To today’s review' })).toHaveAttribute('href', '/p/review');
	await user.click(screen.getByRole('button', { name: 'Go through them again' }));
	shows(`What is ${order[0]}?`);
	expect(screen.getByRole('button', { name: 'Turn over' })).toHaveFocus();
});

test('arrows go back and forth, and every card is met with its front up', async () => {
	open();
	await user.keyboard(' {ArrowRight}');
	shows(`What is ${order[1]}?`);
	await user.keyboard('{ArrowLeft}{ArrowLeft}');
	shows(`What is ${order[0]}?`);
	expect(screen.getByRole('button', { name: /Previous card/ })).toBeDisabled();
});

test('a key that is held down counts once, on a button too', async () => {
	open();
	await user.keyboard(' {2>5/}');
	shows('2 cards left. Known: 1.');
	await user.keyboard(' ');
	screen.getByRole('button', { name: /^Knew it/ }).focus();
	await user.keyboard('{Enter>5/}');
	shows('1 card left. Known: 2.');
});

test('where there is no card, it says so', () => {
	open([]);
	shows('These points have no cards.');
});
