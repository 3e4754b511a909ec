/** What `five-points --help` says. */
export const USAGE = `Usage: five-points <command> [options]

  check [folder]   Read every primer in a folder and say what is wrong with its questions.
                   Without a folder: the one that QUESTIONS names, else ./questions.

Options
  --json           Print the result as JSON: { "problems": […], "banks": […] }.
  --help, -h       Print this.

Exit status: 0 when all is sound, 1 when there is a problem, 2 when the command was not understood.
`;

/** A command that cannot be understood; its message says why. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}
