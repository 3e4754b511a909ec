/**
 * Hears the browser’s offer to install the page from now on, and keeps it until somebody wants it, to whom it is made
 * again. Both meet through events alone, since what shows the offer comes later or never.
 */
export function hearEarlyOffers(): void {
	let kept: Event | undefined;
	addEventListener('beforeinstallprompt', (event) => {
		if (event === kept) return;
		// The browser’s own banner would come before ours.
		event.preventDefault();
		kept = event;
	});
	addEventListener('installofferwanted', () => {
		const offer = kept;
		if (offer) dispatchEvent(offer);
		kept = undefined;
	});
}
