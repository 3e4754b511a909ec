/**
 * Keeps the screen awake as long as the page is seen. A browser that cannot, or a device that is short of power, lets it
 * go to sleep as always.
 *
 * @returns stops it
 */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let isStopped = false;
	const hold = () => {
		// It is not there outside https.
		if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
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
