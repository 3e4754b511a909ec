import type { Rule } from '../rule.ts';

/** A rule with nothing to find here, because nothing that breaks it gets this far. */
function kept(id: string, source: Rule['source'], wants: string): Rule {
	return { id, level: 'error', source, wants, check: () => [] };
}

/**
 * Rules that reading the files enforces (S-02, S-05, S-07, S-08: a bank that breaks them is not served) or
 * the program itself (B-02). They are in the list to make it complete; each has its own test.
 */
export const keptRules: Rule[] = [
	kept(
		'S-02',
		'ours',
		'Every item has kind, stem, point, fact, difficulty, level and explanation, and the primer a language.'
	),
	kept(
		'S-05',
		'HDR',
		'One key in a single choice, some but not all in a multiple response, no option id twice.'
	),
	kept('S-07', 'ours', 'The scoring rule is one that its kind knows; the lowest score is 0.'),
	kept('S-08', 'ours', 'No raw HTML, script or image in any text.'),
	kept(
		'B-02',
		'ABH',
		'Options are shuffled by a seed: each is in each place equally often, and the same seed repeats it.'
	)
];
