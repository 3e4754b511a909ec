import { parseArgs } from 'node:util';

import { check } from './check.ts';
import { exportCourse } from './export.ts';
import { lock } from './lock.ts';
import { newCourse } from './new.ts';
import { shingles } from './shingles.ts';
import { RefusedError, USAGE, UsageError } from './usage.ts';

/**
 * Runs the `five-points` command.
 *
 * @param args what follows its name
 * @returns its exit status: 0, 1 for a problem in the questions, 2 for a command that was not understood or cannot be carried out
 */
export async function main(args: string[]): Promise<number> {
	try {
		const { command, operands, help, ...options } = readArguments(args);
		if (help) {
			process.stdout.write(USAGE);
			return 0;
		}
		if (command === 'check') return await check(operands, options);
		if (command === 'new') return await newCourse(operands, options.language);
		if (command === 'export') return await exportCourse(operands, options);
		if (command === 'lock') return await lock(operands);
		if (command === 'shingles') return await shingles(operands);
		throw new UsageError(
			command === undefined ? 'No command was given.' : `There is no command “${command}”.`
		);
	} catch (error) {
		// If the command itself was right, listing all commands would push the error out of sight.
		if (error instanceof RefusedError) process.stderr.write(`${error.message}\n`);
		else if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${USAGE}`);
		else throw error;
		return 2;
	}
}

function readArguments(args: string[]) {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				json: { type: 'boolean', default: false },
				source: { type: 'string' },
				report: { type: 'string' },
				language: { type: 'string' },
				format: { type: 'string' },
				out: { type: 'string' },
				points: { type: 'string' },
				kinds: { type: 'string' },
				difficulties: { type: 'string' },
				number: { type: 'string' },
				minutes: { type: 'string' },
				order: { type: 'string' },
				behaviour: { type: 'string' },
				items: { type: 'string' },
				seed: { type: 'string' },
				mastery: { type: 'string' },
				help: { type: 'boolean', short: 'h', default: false }
			}
		});
		const [command, ...operands] = positionals;
		return { command, operands, ...values };
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}
