/** After so many milliseconds out of sight, a connection may be dead although it seems to be open. */
const LONG = 15_000;

/** What a page does about the sleep of its device and the network. */
interface Sleeper {
	/** Is told whether the page was away for so long that a connection may have died meanwhile. */
	wake: (isStale: boolean) => void;
	/** The device is off the network. */
	lose: () => void;
}

/**
 * Tells when a page is seen again after its device was locked, and when it is off the network and back.
 *
 * @returns stops it
 */
export function wakeful(sleeper: Sleeper): () => void {
	const lose = () => sleeper.lose();
	const wake = (isStale: boolean) => sleeper.wake(isStale);
	let hiddenAt: number | undefined;
	const see = () => {
		if (document.visibilityState === 'hidden') {
			hiddenAt = Date.now();
			return;
		}
		const away = hiddenAt === undefined ? 0 : Math.abs(Date.now() - hiddenAt);
		hiddenAt = undefined;
		wake(away > LONG);
	};
	const stale = () => wake(true);
	// A page may also come back as it was, from the memory of the browser.
	const restored = ({ persisted }: PageTransitionEvent) => {
		if (persisted) wake(true);
	};
	document.addEventListener('visibilitychange', see);
	addEventListener('online', stale);
	addEventListener('offline', lose);
	addEventListener('pageshow', restored);
	return () => {
		document.removeEventListener('visibilitychange', see);
		removeEventListener('online', stale);
		removeEventListener('offline', lose);
		removeEventListener('pageshow', restored);
	};
}
