import { parseArgs } from 'node:util';

/** What may follow `npm start --`. */
export interface Arguments {
	/** `--watch`: read the questions again whenever one is saved. */
	watch: boolean;
	/** What was not understood, and what to write instead. */
	unknown?: string;
}

/** Reads what follows `npm start --`. */
export function readArguments(args: string[]): Arguments {
	try {
		const { values } = parseArgs({ args, options: { watch: { type: 'boolean', default: false } } });
		return values;
	} catch {
		const unknown = `“${args.join(' ')}” was not understood.\nWrite “npm start”, or “npm start -- --watch” to see each question as soon as it is saved.`;
		return { watch: false, unknown };
	}
}
