import { error } from '@sveltejs/kit';

import * as m from '#lib/paraglide/messages.js';
import { isPracticeDraw } from '#lib/study/practice-draw.ts';

import { studyOf } from '../../study.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	if (!isPracticeDraw(params.draw)) error(404, { message: m.no_such_page(), fix: m.no_such_page_fix() });
	return { ...studyOf(locals.library, params.primer).study, draw: params.draw };
};
