/** What the first question does not need: one chunk, loaded once the learner begins to answer. */
export { unreadable } from '#lib/kinds/readable.ts';
export { leavesQuestion } from '#lib/quiz/leaving.ts';
export { runQuiz } from '#lib/quiz/run.ts';
export { loadDrawings } from '#lib/ui/pictures/load-drawings.ts';

export { default as Feedback } from './Feedback.svelte';
export { default as KeysHelp } from './KeysHelp.svelte';
export { default as Overview } from './Overview.svelte';
export { default as Refused } from './Refused.svelte';
export { default as Results } from './Results.svelte';
export { default as Review } from './Review.svelte';
export { default as SetAside } from './SetAside.svelte';
export { OnServer } from './on-server.ts';
export { whyOpen } from './why-open.ts';
