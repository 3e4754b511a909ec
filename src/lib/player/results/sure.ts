/** What the results of a quiz have to say where the learner said how sure they were. */
export { default as BelowZero } from './BelowZero.svelte';
export { default as Calibration } from './Calibration.svelte';
