import { drawEmbedPage } from './embed-page.ts';
import type { PageLoad } from './$types';

/** The page has a script of its own. */
export const csr = false;

export const load: PageLoad = async ({ data }) => ({ ...data, loaded: await drawEmbedPage(data, true) });
