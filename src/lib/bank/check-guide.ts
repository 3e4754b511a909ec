import * as v from 'valibot';

import type { Checked } from './checked.ts';
import { isOfAnother } from './copied.ts';
import { guideSchema, lessonParts, type Guide, type Lesson } from './guide.ts';
import type { Item } from './item.ts';
import type { Primer } from './primer.ts';
import { checkOwnIds, checkRepeated } from './repeated.ts';
import { isKept } from './serving.ts';
import type { Path } from './yaml.ts';

/**
 * Checks what `guide.yaml` holds and compiles it.
 *
 * @param bank the compiled original, its items marked where they are kept for exams; without it, only what the file
 * says by itself is checked
 */
export function checkGuide(
	file: Checked,
	raw: unknown,
	bank: { primer: Primer; items: readonly Item[] } | undefined
): Guide | undefined {
	const guide = file.check(guideSchema, raw, []);
	if (!guide) return undefined;
	const seen = new Set<number>();
	guide.points.forEach((lesson, index) => {
		const at: Path = ['points', index];
		if (seen.has(lesson.id)) {
			const fix = 'Write one lesson for each point.';
			file.report([...at, 'id'], { path: [], message: `point ${lesson.id} has two lessons`, fix });
		}
		seen.add(lesson.id);
		checkMinutes(file, lesson, guide.minutes, at);
		checkOnce(file, lesson, at);
		if (bank) checkNamed(file, lesson, bank, at);
	});
	return guide;
}

/**
 * Whether a guide belongs to another course because hardly any of the items that it names are here.
 *
 * @param raw what `guide.yaml` holds
 * @param ids those of all items here
 */
export function isGuideOfAnother(raw: unknown, ids: ReadonlySet<unknown>): boolean {
	const read = v.safeParse(guideSchema, raw);
	if (!read.success) return false;
	const named = read.output.points.flatMap(({ live, homework }) => [...live.ask, ...(homework.ask ?? [])]);
	return isOfAnother(named, (id) => ids.has(id));
}

function checkMinutes(file: Checked, lesson: Lesson, minutes: number, at: Path): void {
	const sum = lessonParts.reduce((all, part) => all + lesson[part].minutes, 0);
	if (sum === minutes) return;
	const parts = lessonParts.map((part) => `“${part}”`).join(', ');
	file.report(at, {
		path: [],
		message: `its parts come to ${sum} minutes, and a lesson has ${minutes}`,
		fix: `Change the minutes of ${parts} until they come to ${minutes}; or write at the top of the file how long a lesson is.`
	});
}

/** Reports positions with the same id, and items that are asked twice. */
function checkOnce(file: Checked, { live, discussion, homework }: Lesson, at: Path): void {
	const positions = discussion.positions.map(({ id }, index) => ({
		id,
		at: [...at, 'discussion', 'positions', index]
	}));
	checkOwnIds(file, positions, 'position');
	checkRepeated(file, live.ask, [...at, 'live', 'ask']);
	checkRepeated(file, homework.ask ?? [], [...at, 'homework', 'ask']);
}

/** Reports points and items that do not exist, and items that no class may see. */
function checkNamed(
	file: Checked,
	{ id, live, homework }: Lesson,
	{ primer, items }: { primer: Primer; items: readonly Item[] },
	at: Path
): void {
	if (!primer.points.some((point) => point.id === id)) {
		const fix = `Write one of ${primer.points.map((point) => point.id).join(', ')}.`;
		file.report([...at, 'id'], { path: [], message: `the primer has no point ${id}`, fix });
	}
	const named = [
		...live.ask.map((item, index) => ({ item, path: ['live', 'ask', index] })),
		...(homework.ask ?? []).map((item, index) => ({ item, path: ['homework', 'ask', index] }))
	];
	for (const { item, path } of named) {
		const found = items.find((each) => each.id === item);
		if (!found) {
			const fix = 'Name an item of this primer, or leave it out.';
			file.report([...at, ...path], { path: [], message: `there is no item “${item}”`, fix });
		} else if (isKept(found)) {
			const fix = 'Name an item that is not kept, or leave it out.';
			file.report([...at, ...path], { path: [], message: `the item “${item}” is kept for exams`, fix });
		}
	}
}
