import type { Locate } from '#lib/bank/locate.ts';
import type { Problem } from '#lib/bank/problem.ts';
import { writtenPath } from '#lib/bank/written-path.ts';

import type { Found } from './lint.ts';
import type { Severity } from './rule.ts';

/** A finding as it is shown: a problem with its rule and level. */
export interface ShownFinding extends Problem {
	rule: string;
	level: Severity;
}

/** Puts a finding into the words that command line and pages print, with the place where its subject was written. */
export function told({ rule, level, subject, path, message, fix }: Found, locate: Locate): ShownFinding {
	const name = subject === 'primer' ? '' : `“${Object.values(subject).join('')}”`;
	const where = [name, writtenPath(path)].filter((part) => part !== '').join(' ');
	return {
		...locate(subject, path),
		...(where && { path: where }),
		message: `${message} (${rule})`,
		fix,
		rule,
		level
	};
}
