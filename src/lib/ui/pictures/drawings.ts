/** The two drawings: one chunk, loaded where one of them is shown. */
export { default as Support } from './Support.svelte';
export { default as Timeline } from './Timeline.svelte';
