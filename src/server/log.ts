import { format } from 'node:util';

/** What a log says it is, by which of the console’s methods it came. */
const LEVELS = { log: 'info', info: 'info', warn: 'warning', error: 'error' } as const;

const METHODS = ['log', 'info', 'warn', 'error'] as const;

/**
 * Writes what the process says as one line of JSON each (`LOG=json`), for whatever gathers logs: when, how grave, the
 * words, and of an error where it was thrown. What is said holds no names and no answers, in whichever form.
 *
 * @param write takes a line
 */
export function logAsJson(target: Pick<Console, keyof typeof LEVELS>, write: (line: string) => void): void {
	for (const method of METHODS) {
		target[method] = (...said: unknown[]) => {
			const errors = said.filter((each) => each instanceof Error);
			const words = said.map((each) => (each instanceof Error ? `${each.name}: ${each.message}` : each));
			write(
				`${JSON.stringify({
					time: new Date().toISOString(),
					level: LEVELS[method],
					message: format(...words),
					...(errors.length > 0 && { stack: errors.map(({ stack }) => stack).join('\n') })
				})}\n`
			);
		};
	}
}
