/** What the results of a quiz have to say where the learner said how sure they were: one chunk, which most quizzes never load. */
export { default as BelowZero } from './BelowZero.svelte';
export { default as Calibration } from './Calibration.svelte';
