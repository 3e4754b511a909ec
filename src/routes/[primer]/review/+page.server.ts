import { studyOf } from '../study.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => studyOf(params.primer).study;
