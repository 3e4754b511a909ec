import type { RequestEvent } from '@sveltejs/kit';

/** Whose limits a request counts for: the address it comes from; empty where a trusted proxy has not said whom it asks for. */
export function clientAddress({ getClientAddress }: Pick<RequestEvent, 'getClientAddress'>): string {
	try {
		return getClientAddress();
	} catch {
		return '';
	}
}
