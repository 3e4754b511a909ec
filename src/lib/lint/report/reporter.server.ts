import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

import type { Bank } from '#lib/bank/bank.ts';

import type { Task } from './write.ts';

/** A report, and what it is good for. */
interface Made {
	day: string;
	page: Promise<string>;
}

const made = new WeakMap<Bank, Map<string, Made>>();

/** The report being written: one after the other, so that they keep at most one processor busy. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The report on a bank, written once in its own thread, so that nobody else has to wait. On another day a
 * note may have become too old: the first reader then gets the existing report, and later ones get a new one.
 *
 * @param prepare reads what else the report needs
 * @param form which of several reports on the bank it is
 * @throws what went wrong in the thread; the next reader starts it again
 */
export function reportFor(bank: Bank, day: string, prepare: () => Promise<Task>, form = ''): Promise<string> {
	const forms = made.get(bank) ?? new Map<string, Made>();
	made.set(bank, forms);
	const known = forms.get(form);
	if (known?.day === day) return known.page;
	const page = last.then(prepare).then(inThread);
	last = page.catch(() => undefined);
	const next = { day, page };
	forms.set(form, next);
	page.catch(() => {
		if (forms.get(form) === next) forms.delete(form);
	});
	return known?.page ?? page;
}

/** The file is found by its name in the package, since its caller may have been bundled elsewhere. */
function inThread(task: Task): Promise<string> {
	const file = createRequire(import.meta.url).resolve('#lib/lint/report/thread.server.ts');
	return new Promise((resolve, reject) => {
		const worker = new Worker(file, { workerData: task });
		worker.once('message', (page: string) => {
			resolve(page);
		});
		worker.once('error', reject);
		worker.once('exit', (code) => {
			reject(new Error(`The report could not be written (${code}).`));
		});
	});
}
