import type { ClientInit } from '@sveltejs/kit';

import { meetPage } from './routes/meet-page.ts';

/** Runs before hydration. */
export const init: ClientInit = meetPage;
