/** What the first question does not need: one chunk, loaded once the learner begins to answer. */
export { leavesQuestion } from '#lib/quiz/leaving.ts';
export { runQuiz } from '#lib/quiz/run.ts';
export { loadDrawings } from '#lib/ui/pictures/load-drawings.ts';

export { default as Feedback } from '#lib/player/question/Feedback.svelte';
export { default as KeysHelp } from '#lib/player/question/KeysHelp.svelte';
export { default as Overview } from '#lib/player/results/Overview.svelte';
export { default as Refused } from '#lib/player/results/Refused.svelte';
export { default as Results } from '#lib/player/results/Results.svelte';
export { default as AnswerReview } from '#lib/player/results/AnswerReview.svelte';
export { default as SetAside } from '#lib/player/results/SetAside.svelte';
export { OnServer } from '#lib/player/session/on-server.ts';
export { refusedIn } from '#lib/player/question/refused.ts';
export { whyOpen } from '#lib/player/question/why-open.ts';

/* What the views of the kinds show of a verdict: there is none before an answer was scored. */
export { default as Given } from '#lib/player/kinds/Given.svelte';
export { default as Mark } from '#lib/player/kinds/Mark.svelte';
export { default as Notes } from '#lib/player/kinds/Notes.svelte';
export { default as OrderingKey } from '#lib/player/kinds/OrderingKey.svelte';
export { default as PartVerdict } from '#lib/player/kinds/PartVerdict.svelte';
export { default as Signed } from '#lib/player/kinds/Signed.svelte';
export { default as Why } from '#lib/player/kinds/Why.svelte';
