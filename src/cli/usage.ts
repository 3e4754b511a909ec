/** What `five-points --help` says. */
export const USAGE = `Usage: five-points <command> [options]

  new <name>       Write a small course with comments, to be rewritten, into the folder of courses; or, with a folder
                   before the name, into that one.
  check [folder]   Read a course, or every course in a folder, and say what is wrong with its questions, and how well
                   they are written. Without a folder: the one that QUESTIONS names, else ./questions.
  export <course>  Write a quiz of a course for a learning platform, or to be played without a server:
                   five-points export paris-call --format scorm12 --out packages
  lock [folder]    Remember the id and the key of every question, so that neither changes unnoticed.
  shingles <primer> <file>
                   Remember, as fingerprints, the words of the source in a text file, so that copying is found:
                   five-points shingles questions/paris-call source.txt

Options
  --language <tag> new: the language of the questions, such as fr. export: the only language, of those that the course
                   has; by default all, and the learner’s own is asked.
  --format <name>  export: scorm12, scorm2004 or cmi5 (a package), html (one page) or web (a folder for any server).
  --out <folder>   export: where to write. What has the same name there is replaced.
  --points <list>  export: only questions of these points, such as 1,3; 0 is the course as a whole.
  --kinds <list>   export: only questions of these kinds, such as single-choice,ordering.
  --difficulties <list>
                   export: only questions that are easy (1), middling (2) or hard (3): 1,2.
  --number <count> export: how many questions are drawn; by default 10, or all that --items names.
  --items <list>   export: only these questions, by their ids.
  --behaviour <name>
                   export: practice (as by default), retry, exam or certainty.
  --minutes <number>
                   export: how long a learner may take, up to 600; by default as long as they like.
  --order <name>   export: mixed (as by default), or fixed: as --items names them, else as the course has them.
  --seed <word>    export: the same word draws the same questions; by default they are drawn anew each time.
  --mastery <mark> export: from which share of the marks it is passed, such as 0.7 or 70%; by default nobody fails.
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
