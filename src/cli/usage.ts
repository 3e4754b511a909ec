/** What `five-points --help` says. */
export const USAGE = `Usage: five-points <command> [options]

  new <name>       Write a small course with comments, to be rewritten, into the folder of courses; or, with a folder
                   before the name, into that one.
  check [folder]   Read a course, or every course in a folder, and say what is wrong with its questions, and how well
                   they are written. Without a folder: the one that QUESTIONS names, else ./questions.
  lock [folder]    Remember the id and the key of every question, so that neither changes unnoticed.
  shingles <primer> <file>
                   Remember, as fingerprints, the words of the source in a text file, so that copying is found:
                   five-points shingles questions/paris-call source.txt

Options
  --language <tag> new: the language of the questions, such as fr.
  --json           check: print the result as JSON: { "problems": […], "findings": […], "setAside": […],
                   "missing": […], "banks": […] }; "missing" are texts without a translation.
  --report <file>  check: write a report of the one primer, as a page of HTML.
  --source <file>  check: look for words copied from this text.
  --help, -h       Print this.

Exit status: 0 when all is sound, 1 when there is a problem or an error, 2 when the command was not understood
or cannot be carried out.
Warnings and missing translations do not fail.
`;

/** A command that cannot be understood; its message says why. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

/** A command that was understood but cannot be carried out; its message says why, and what to do. */
export class RefusedError extends Error {
	override readonly name = 'RefusedError';
}
