import { error, isHttpError } from '@sveltejs/kit';

import * as m from '#lib/paraglide/messages.js';

/**
 * The form that was posted.
 *
 * @throws {HttpError} when the body is not a form (415), is broken (400), or is too long (413)
 */
export async function formOf(request: Request): Promise<FormData> {
	const type = request.headers.get('content-type') ?? '';
	const words = { message: m.not_possible_here(), fix: m.not_possible_here_fix() };
	if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(type)) error(415, words);
	try {
		return await request.formData();
	} catch (failure) {
		error(statusOf(failure) === 413 || statusOf(causeOf(failure)) === 413 ? 413 : 400, words);
	}
}

/**
 * Whether a post names an action (`?/act`) that none of our pages can have, since every object inherits it.
 */
export function namesNoAction({ searchParams }: URL): boolean {
	return [...searchParams.keys()].some((name) => name.startsWith('/') && name.slice(1) in Object.prototype);
}

function statusOf(failure: unknown): unknown {
	return isHttpError(failure) || (failure instanceof Error && 'status' in failure)
		? failure.status
		: undefined;
}

function causeOf(failure: unknown): unknown {
	return failure instanceof Error ? failure.cause : undefined;
}
