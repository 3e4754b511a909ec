import { build } from '../../src/setup/build.js';

/** Builds what has changed: the servers of these tests serve the build. */
export default build;
