import { redirect } from '@sveltejs/kit';

import { pathWithin } from '#lib/offline/path-within.ts';

import { formOf } from '../form.server.ts';
import { rememberLook } from './reading.server.ts';
import type { RequestHandler } from './$types';

/** Takes how a reader likes to read (`size=large&keys=off`; what is not said stays), and goes back to the page of this site where it was chosen. */
export const POST: RequestHandler = async ({ cookies, request, url }) => {
	rememberLook(cookies, url, await formOf(request));
	redirect(303, pathWithin(url.origin, url.searchParams.get('back') ?? '/'));
};
