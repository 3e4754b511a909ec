/* What an element needs to play a quiz: one part of its code, which comes while the course is on its way. */
export { keptOnDevice } from '../platform/device.ts';
export { onlyItems } from '../course/draw.ts';
export { playCourse } from '../play.ts';
/** What tells a store of statements, which most elements do not name. */
export const loadStores = () => import('./xapi-store.ts');
export { optionsIn } from './attributes.ts';
export { loadLater } from '#lib/player/load-later.ts';
export { courseIn } from './source.ts';
