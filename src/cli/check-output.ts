import type { Bank } from '#lib/bank/bank.ts';
import { describeProblems, type Problem } from '#lib/bank/problem.ts';
import { isKept } from '#lib/bank/serving.ts';
import { languageName } from '#lib/bank/translation/language-tag.ts';
import type { LintedEdition } from '#lib/lint/editions.ts';
import type { Linted } from '#lib/lint/lint.ts';
import { severities, type Severity } from '#lib/lint/rule.ts';
import type { ShownFinding } from '#lib/lint/told.ts';

/** A bank with what the rules found in it. */
export interface CheckedBank {
	bank: Bank;
	linted: Linted;
	translations: LintedEdition[];
	/** Those of the original, then those of its editions. */
	findings: ShownFinding[];
	setAside: (ShownFinding & { reason: string })[];
	/** Texts without a translation. */
	missing: Problem[];
}

/** The result as one object, for other programs. */
export function asJson(checked: readonly CheckedBank[], problems: readonly Problem[]): string {
	const banks = checked.map(({ bank }) => contentsOf(bank));
	const findings = checked.flatMap((each) => each.findings);
	const setAside = checked.flatMap((each) => each.setAside);
	const missing = checked.flatMap((each) => each.missing);
	return `${JSON.stringify({ problems, findings, setAside, missing, banks }, null, '\t')}\n`;
}

/** The result for people. */
export function asText(
	checked: readonly CheckedBank[],
	problems: readonly Problem[],
	passedOver: readonly Problem[]
): string {
	const findings = checked.flatMap((each) => each.findings);
	const lines = [
		...section('Passed over', passedOver),
		...section('Problems', problems),
		...severities.flatMap((level) =>
			section(
				headings[level],
				findings.filter((each) => each.level === level)
			)
		),
		...section(
			'Missing translations',
			checked.flatMap((each) => each.missing)
		)
	];
	const read = problems.length > 0 ? [] : checked.map(({ bank }) => contentsLine(bank));
	const summary = problems.length > 0 ? problemSummary(problems) : soundSummary(checked, findings);
	return `${[...lines, ...read, summary].join('\n')}\n`;
}

const headings: Record<Severity, string> = { error: 'Errors', warning: 'Warnings', info: 'Worth a look' };

function section(heading: string, problems: readonly Problem[]): string[] {
	return problems.length === 0 ? [] : [heading, describeProblems(problems), ''];
}

function problemSummary(problems: readonly Problem[]): string {
	const files = new Set(problems.map(({ file }) => file)).size;
	return `${counted(problems.length, 'problem')} in ${counted(files, 'file')}.`;
}

function soundSummary(checked: readonly CheckedBank[], findings: readonly ShownFinding[]): string {
	const count = (level: Severity) => findings.filter((each) => each.level === level).length;
	const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
	const aside = checked.reduce((sum, { setAside }) => sum + setAside.length, 0);
	const missing = checked.reduce((sum, each) => sum + each.missing.length, 0);
	const parts = [
		...(errors + warnings === 0
			? ['no problem found']
			: [counted(errors, 'error'), counted(warnings, 'warning')]),
		...(infos > 0 ? [`${infos} worth a look`] : []),
		...(missing > 0 ? [counted(missing, 'missing translation')] : []),
		...(aside > 0 ? [`${counted(aside, 'finding')} set aside with a reason`] : [])
	];
	return `${counted(checked.length, 'primer')} read, ${parts.join(', ')}.`;
}

function contentsLine(bank: Bank): string {
	const { id, title, items, kept, facts, languages } = contentsOf(bank);
	const forExams = kept === 0 ? '' : kept === items ? ' for exams alone' : ` (${kept} for exams alone)`;
	const others = languages.slice(1).map(languageName);
	const translated = others.length > 0 ? `, translated into ${others.join(' and ')}` : '';
	return `${id}: ${title}, ${counted(items, 'item')}${forExams}, ${counted(facts, 'fact')}${translated}`;
}

/** What a sound bank holds, in numbers. */
interface Contents {
	id: string;
	title: string;
	items: number;
	/** How many of the items are kept for exams. */
	kept: number;
	facts: number;
	/** The original's first. */
	languages: string[];
}

function contentsOf({ primer: { id, title, facts }, items, languages }: Bank): Contents {
	return {
		id,
		title,
		items: items.length,
		kept: items.filter(isKept).length,
		facts: facts.length,
		languages
	};
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
