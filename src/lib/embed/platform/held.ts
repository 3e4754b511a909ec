import { uuidOf } from '#lib/interop/xapi/uuid.ts';
import { isSameAttempt, type AttemptRecord } from '#lib/quiz/record.ts';

import { isAhead, tellOf, watchWithDevice } from './also-here.ts';
import { keptOnDevice } from './device.ts';
import { OF_ELEMENTS } from './element-key.ts';
import type { Keeping, Platform } from './platform.ts';

/**
 * A platform, and the device, which holds what the platform does not have yet. If the page is left while the network is
 * away, the next launch on this device goes on from there and tells the platform what it missed. Once the platform has
 * everything, the device forgets it.
 *
 * @param about tells the learner and the quiz from all others on the device
 * @param hasHeard whether the platform has kept anything of the present attempt. Where it knows none at a later launch, such
 * an attempt is not gone on with: another one begins
 */
export function heldUntilKept(
	platform: Platform,
	about: readonly string[],
	hasHeard: () => boolean = () => false
): Platform {
	const place = (name: string) => keptOnDevice(heldUnder([name, ...about]));
	const [heard, unheard] = [place('heard'), place('unheard')];
	let last: AttemptRecord | undefined;
	let there: Keeping = 'kept';
	/** What another page has done that this one does not go on from yet: what it holds stays. */
	let elsewhere: unknown;
	const others = platform.mode === 'normal' ? otherPages(heldUnder(about)) : undefined;
	others?.addEventListener('message', ({ data }: MessageEvent<string>) => {
		elsewhere = JSON.parse(data);
	});
	const look = (): unknown => (elsewhere ??= heard.news() ?? unheard.news());
	// A page that came without a network needs none.
	const cameByNetwork = navigator.onLine;
	/** Some platforms say that they have kept what they are only about to send: without the network, nobody has. */
	const isAway = (): boolean => cameByNetwork && !navigator.onLine;
	let isHeard = false;
	const holdOrForget = (): void => {
		if (!last || platform.mode !== 'normal' || look() !== undefined) return;
		isHeard ||= hasHeard() && !isAway();
		const [into, other] = isHeard ? [heard, unheard] : [unheard, heard];
		other.forget();
		if (there === 'kept' && !isAway()) into.forget();
		else into.keep(last);
	};
	return {
		mode: platform.mode,
		async resume() {
			const [kept, known, unknown] = await Promise.all([platform.resume(), heard.resume(), unheard.resume()]);
			const here = kept ? [known, unknown].find((one) => isSameAttempt(one, kept)) : unknown;
			isHeard = hasHeard();
			last = here && (!kept || isAhead(here, kept)) ? here : kept;
			if (platform.mode !== 'normal') return kept;
			if (last && last !== kept) tellOf(last, platform);
			platform.watch((keeping) => {
				there = keeping;
				holdOrForget();
			});
			return last;
		},
		news() {
			const found = look();
			elsewhere = undefined;
			return found;
		},
		keep(record) {
			last = record;
			others?.postMessage(JSON.stringify(record));
			platform.keep(record);
			holdOrForget();
		},
		answered: (scored) => platform.answered(scored),
		finished: (outcome) => platform.finished(outcome),
		leave() {
			const before = there;
			platform.leave();
			// Then nothing is missing but how long this launch took.
			if (before === 'kept') there = before;
			holdOrForget();
		},
		watch: (listener) => watchWithDevice(platform, [heard, unheard], listener)
	};
}

/** Other pages with the same attempt on the device: what the platform has of it, the last of them has written. */
function otherPages(name: string): BroadcastChannel | undefined {
	try {
		return new BroadcastChannel(name);
	} catch {
		// A frame that may keep nothing may not speak to other pages either.
		return undefined;
	}
}

/**
 * The key of an attempt that is not everybody’s on the device. It says of nobody who they are: others may use it.
 *
 * @param about tells it from all others
 */
export function heldUnder(about: readonly string[]): string {
	return OF_ELEMENTS + JSON.stringify(['held', uuidOf(JSON.stringify(about))]).slice(1);
}
