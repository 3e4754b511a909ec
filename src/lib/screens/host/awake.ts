import { wakeful } from '../class/wakeful.ts';
import type { HostClass } from './host-class.svelte.ts';

/**
 * Stays with a class as long as a page of its host is open: listens to it, looks again when the page is seen or the
 * network is back, and keeps the screen awake.
 *
 * @returns stops it
 */
export function stayWith(hosted: Pick<HostClass, 'open' | 'close' | 'wake' | 'lose'>): () => void {
	hosted.open();
	const leave = [keepAwake(), wakeful(hosted)];
	return () => {
		for (const each of leave) each();
		hosted.close();
	};
}

/** Whether this browser can keep the screen awake here. It cannot outside https, but for the machine that is the server. */
export function canStayAwake(): boolean {
	return 'wakeLock' in navigator;
}

/**
 * Keeps the screen awake as long as the page is seen. A browser that cannot, or a device that is short of power, lets it
 * go to sleep as always.
 *
 * @returns stops it
 */
function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let isStopped = false;
	const hold = () => {
		if (document.visibilityState !== 'visible' || !canStayAwake()) return;
		navigator.wakeLock.request('screen').then(
			(held) => {
				lock = held;
				if (isStopped) void held.release();
			},
			() => undefined
		);
	};
	hold();
	document.addEventListener('visibilitychange', hold);
	return () => {
		isStopped = true;
		document.removeEventListener('visibilitychange', hold);
		void lock?.release();
	};
}
