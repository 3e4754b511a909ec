/** What the first question does not need: one chunk, loaded once the learner begins to answer. */
export { runQuiz } from '#lib/quiz/run.ts';
export { loadDrawings } from '#lib/ui/pictures/load-drawings.ts';

export { default as Answers } from './Answers.svelte';
export { default as Feedback } from './Feedback.svelte';
export { default as KeysHelp } from './KeysHelp.svelte';
export { default as Overview } from './Overview.svelte';
export { default as Refused } from './Refused.svelte';
export { default as Results } from './Results.svelte';
export { default as Review } from './Review.svelte';
export { default as SetAside } from './SetAside.svelte';
export { whyOpen } from './why-open.ts';
