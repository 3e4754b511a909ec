/** A browser’s offer to install the page as an app; Chromium alone makes it (`beforeinstallprompt`). */
export interface InstallOffer {
	/** Asks the learner; it can be called once. */
	prompt: () => Promise<unknown>;
}

/** The last offer that nobody has taken: it is made once, on whichever page that is. */
let open: InstallOffer | undefined;

/**
 * Tells of the browser’s offer to install the page, now or once it is made, and of its end.
 *
 * @returns stops it
 */
export function offeredInstall(tell: (offer: InstallOffer | undefined) => void): () => void {
	const offered = (event: Event) => {
		if (!isOffer(event)) return;
		// The browser’s own banner would come on top.
		event.preventDefault();
		open = {
			prompt: () => {
				open = undefined;
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
	return () => {
		removeEventListener('beforeinstallprompt', offered);
		removeEventListener('appinstalled', installed);
	};
}

function isOffer(event: Event): event is Event & InstallOffer {
	return 'prompt' in event && typeof event.prompt === 'function';
}
