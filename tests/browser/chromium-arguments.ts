/**
 * What of Chromium stays switched off. It draws a window of its own around each page, and in that window it keeps two pages
 * of its own ready, for what may be typed into the address field: they took half of the time of opening a page. The last
 * list of such names is the one that counts, so that it repeats Playwright’s.
 */
const DISABLED_FEATURES = [
	'WebUIOmniboxPopup',
	'WebUIOmniboxAimPopup',
	'PreloadTopChromeWebUI',
	// Playwright’s.
	'AimEnabled',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsFirstBalancedModeAutoEnable',
	'HttpsUpgrades',
	'LensOverlay',
	'MediaRouter',
	'NetworkTimeServiceQuerying',
	'OptimizationHints',
	'PaintHolding',
	'PreconnectToSearch',
	'TcpPortRandomizationWin',
	'ThirdPartyStoragePartitioning'
];

/** How Chromium is started: without anything that reaches beyond this machine, and without what only its own window needs. */
export const CHROMIUM_ARGUMENTS = [
	'--no-sandbox',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	`--disable-features=${DISABLED_FEATURES.join()}`
];
