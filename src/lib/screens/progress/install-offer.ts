/** A browser’s offer to install the page as an app; Chromium alone makes it (`beforeinstallprompt`). */
export interface InstallOffer {
	/** Asks the learner; it can be called once. */
	prompt: () => Promise<unknown>;
}

/** The last offer that nobody has taken: it is made once, on whichever page that is. */
let open: InstallOffer | undefined;

/** Offers that were taken, and cannot be taken again. */
const taken = new WeakSet<Event>();

/**
 * Tells of the browser’s offer to install the page, now or once it is made, and of its end. What hears offers before
 * anybody shows them (`routes/offline/early-offer.ts`) is asked for the one that it has kept.
 *
 * @returns stops it
 */
export function offeredInstall(tell: (offer: InstallOffer | undefined) => void): () => void {
	const offered = (event: Event) => {
		if (!isOffer(event) || taken.has(event)) return;
		// The browser’s own banner would come on top.
		event.preventDefault();
		open = {
			prompt: () => {
				open = undefined;
				taken.add(event);
				return event.prompt();
			}
		};
		tell(open);
	};
	const installed = () => {
		open = undefined;
		tell(undefined);
	};
	addEventListener('beforeinstallprompt', offered);
	addEventListener('appinstalled', installed);
	if (open) tell(open);
	else dispatchEvent(new Event('installofferwanted'));
	return () => {
		removeEventListener('beforeinstallprompt', offered);
		removeEventListener('appinstalled', installed);
	};
}

function isOffer(event: Event): event is Event & InstallOffer {
	return 'prompt' in event && typeof event.prompt === 'function';
}
