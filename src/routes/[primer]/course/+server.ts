import { json } from '@sveltejs/kit';

import { getLocale } from '#lib/paraglide/runtime.js';

import { bankOf } from '../bank.server.ts';
import type { RequestHandler } from './$types';

/** A whole course with its keys, in the language of the page (`?language=fr`): what a device needs to study alone. */
export const GET: RequestHandler = ({ params, url }) =>
	json(bankOf(params.primer, url.searchParams.get('language') ?? getLocale()));
