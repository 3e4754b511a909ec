import { createHash } from 'node:crypto';

import type { Notice } from './bus.ts';

/** The most that waits to be told to other processes; what is more is lost, as word may be. */
const MOST = 100_000;

/**
 * What a class is called where other programs may see it: letters, digits, `-` and `_`, the same length for any id. Its
 * id stays unknown, since whoever knows that counts as having been in the class.
 */
export function nameOf(classId: string): string {
	// As JSON, halves of characters stay different from one another.
	return createHash('sha256').update(JSON.stringify(classId)).digest('base64url').slice(0, 22);
}

/** What changed, in few letters: `l12` for the log up to 12, `p` for the pupils, `a` for the answers. */
export function written(about: Notice['about']): string {
	return about.type === 'log' ? `l${Math.min(about.upTo, Number.MAX_SAFE_INTEGER)}` : about.type.charAt(0);
}

/** The reverse of {@link written}; undefined for what somebody else wrote. */
export function readWord(text: string): Notice['about'] | undefined {
	if (text === 'p') return { type: 'pupils' };
	if (text === 'a') return { type: 'answers' };
	const upTo = /^l\d{1,16}$/.test(text) ? Number(text.slice(1)) : Infinity;
	return Number.isSafeInteger(upTo) ? { type: 'log', upTo } : undefined;
}

/** Notices that wait to be told, many about the same as one. */
export class Gathered {
	#notices = new Map<string, Notice>();

	get isEmpty(): boolean {
		return this.#notices.size === 0;
	}

	add({ classId, about }: Notice): void {
		const key = `${about.type} ${classId}`;
		const before = this.#notices.get(key)?.about;
		if (before === undefined && this.#notices.size >= MOST) return;
		const isOld = before?.type === 'log' && about.type === 'log' && before.upTo >= about.upTo;
		this.#notices.set(key, { classId, about: isOld ? before : about });
	}

	/** All of them, which then wait no longer. */
	take(): Notice[] {
		const notices = [...this.#notices.values()];
		this.#notices.clear();
		return notices;
	}
}
