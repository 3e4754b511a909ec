import type { Page } from 'playwright-core';

/** A page that is left drops requests, and one without script preloads in vain. A violated policy is logged anyway. */
const HARMLESS = new Set(['net::ERR_ABORTED', 'csp']);

/** What goes wrong in the pages of one test: logged errors, exceptions, failed requests. */
export class Trouble {
	readonly #reported: string[] = [];
	readonly #expected: RegExp[] = [];

	watch(page: Page): void {
		page.on('console', (message) => {
			if (message.type() === 'error') {
				this.#reported.push(`logged: ${message.text()} (${message.location().url})`);
			}
		});
		page.on('pageerror', (error) => this.#reported.push(`thrown: ${error.stack ?? error.message}`));
		page.on('requestfailed', (request) => {
			const reason = request.failure()?.errorText ?? '';
			if (!HARMLESS.has(reason)) this.#reported.push(`failed: ${request.url()} ${reason}`);
		});
	}

	/** Announces that trouble whose text matches belongs to the test. */
	expect(pattern: RegExp): void {
		this.#expected.push(pattern);
	}

	unexpected(): string[] {
		return this.#reported.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
	}
}
