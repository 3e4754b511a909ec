import type { ClientInit } from '@sveltejs/kit';

import { followTranslation } from '#lib/ui/translated-page.ts';

/** Before the script of a page takes over what the server sent, which the browser may have translated by then. */
export const init: ClientInit = () => followTranslation(document.body);
