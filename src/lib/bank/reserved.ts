/**
 * Names that no course may have, since an address that begins with them belongs to a page, a file, a
 * language, or a planned page. A test compares the list with the existing routes, static files and languages.
 */
const RESERVED: ReadonlySet<string> = new Set([
	// Pages, and what the app answers without one.
	...[
		'language',
		'offline',
		'reading',
		'settings',
		'watch',
		'_app',
		'service-worker.js',
		'manifest.webmanifest'
	],
	// Folders and files that are served as they are.
	...['icons', 'look-again.js', 'schema', 'screenshots'],
	// Languages of the interface.
	...['en', 'fr'],
	// What browsers and search engines ask any site for.
	...['favicon.ico', 'robots.txt', 'sitemap.xml', 'index.html'],
	// Parts that are planned.
	...[
		'account',
		'admin',
		'api',
		'assets',
		'class',
		'embed',
		'health',
		'healthz',
		'host',
		'join',
		'live',
		'lti',
		'metrics',
		'oembed'
	],
	...['packages', 'pupil', 'readyz', 'sittings', 'static', 'teach', 'wall']
]);

/** Whether the address of a course of that name would belong to another page, regardless of capitals. */
export function isReserved(name: string): boolean {
	return RESERVED.has(name.toLowerCase());
}
