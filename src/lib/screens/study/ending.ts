/** What only the end of a session needs: one chunk, loaded while the first answer is given. */
export { newlyReached } from '#lib/review/outcomes.ts';
export { whatMoved } from '#lib/study/what-moved.ts';

export { nextStepFor } from '#lib/screens/progress/next-step.ts';
export { default as Ending } from './Ending.svelte';
