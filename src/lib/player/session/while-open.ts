import { isIn } from '#lib/quiz/state.ts';

import type { QuizSession } from './quiz-session.svelte.ts';

/** How far two clocks may drift apart within a second before it is time to ask the server, in milliseconds. */
const ASTRAY = 1_500;

/**
 * Looks after a quiz while it is on a page: resumes it where the learner left off, lets time pass, and notices when the
 * page is hidden, the network is back or the device has slept.
 *
 * @param passed called every second with the time: milliseconds since 1970
 * @returns ends it, and the session with it
 */
export function whileOpen(session: QuizSession, passed: (now: number) => void): () => void {
	const isExam = session.data.sitting !== null;
	let isGone = false;
	void session.keeper
		.mayHold()
		.then((held) =>
			(held || isExam || session.data.posted) && !isGone ? session.keeper.attach() : undefined
		)
		// The server need not wait because the device keeps nothing.
		.catch(() => undefined)
		.then(() => (isGone || !isExam ? undefined : session.connect()));
	const wake = () => session.onServer?.wake();
	const visibility = () => {
		session.send({ type: document.hidden ? 'hide' : 'show' });
		// A hidden page may be about to close.
		if (document.hidden) wake();
	};
	document.addEventListener('visibilitychange', visibility);
	addEventListener('online', wake);
	let drift = Date.now() - performance.now();
	const ticking = setInterval(() => {
		passed(session.now());
		if (isTimed(session)) session.send({ type: 'tick' });
		// The device has slept, or its clock was set.
		const before = drift;
		drift = Date.now() - performance.now();
		if (Math.abs(drift - before) > ASTRAY) wake();
	}, 1000);
	return () => {
		isGone = true;
		document.removeEventListener('visibilitychange', visibility);
		removeEventListener('online', wake);
		clearInterval(ticking);
		session.stop();
	};
}

/** Whether time runs out for what the learner is at. */
export function isTimed({ data, state }: QuizSession): boolean {
	return data.form.minutes !== null && (isIn(state, 'active') || isIn(state, 'paused'));
}
