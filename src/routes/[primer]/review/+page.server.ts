import { studyOf } from '../study.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => studyOf(locals.library, params.primer).study;
