/** A reason to stop, for the person at the keyboard: it is printed without a stack. */
export class Stop extends Error {
	/**
	 * @param {string} what what is wrong, one sentence
	 * @param {string} fix what to do about it
	 * @param {string} [output] what the failed program printed
	 */
	constructor(what, fix, output = '') {
		super([output.trimEnd(), what, fix].filter(Boolean).join('\n'));
		this.name = 'Stop';
	}
}

/**
 * Runs a command of the project. Its number becomes the exit status; a {@link Stop} is printed and exits with 1.
 *
 * @param {() => Promise<number>} command
 */
export async function runCommand(command) {
	try {
		process.exitCode = await command();
	} catch (error) {
		if (!(error instanceof Stop)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
