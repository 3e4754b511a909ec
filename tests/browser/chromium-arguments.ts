/** How Chromium is started: without anything that reaches beyond this machine. */
export const CHROMIUM_ARGUMENTS = [
	'--no-sandbox',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];
