/** Where the page has its course, and what the package says of itself: elements of these ids, with JSON in them. */
export const COURSE_ID = 'five-points-course';
export const PACKAGE_ID = 'five-points-package';
/** Where the quiz goes. */
export const PLACE_ID = 'five-points-quiz';
/** Where a page that is alone has the notices of what it contains. */
export const NOTICES_ID = 'notices';

/** What the page of a package says. */
export interface PageParts {
	language: string;
	title: string;
	/** JSON. */
	course: string;
	/** JSON. */
	about: string;
	/** What somebody reads whose browser runs no script. */
	noScript: string;
	/** The code of the player: the name of its file, or all of it. */
	player: { file: string } | { code: string };
	/** The same of its style. */
	style: { file: string } | { code: string };
	/** Whose work the page contains, and on what terms, where no file beside it says so. */
	notices?: string | undefined;
}

/** The style of the page around the quiz. */
export const PAGE_STYLE = `:root {
	color-scheme: light dark;
	background: light-dark(#fbfaf7, #15171c);
	color: light-dark(#1b1d22, #e9e7e1);
	font: 1.0625rem/1.5 system-ui, sans-serif;
}

body {
	margin: 0;
}

main {
	max-inline-size: 46rem;
	margin-inline: auto;
}

.five-points-notice {
	margin: 0;
	padding: 0.75rem 1rem;
	border-inline-start: 0.25rem solid light-dark(#9a5b00, #e0a13c);
	background: light-dark(#fdf3e0, #33281a);
}

.five-points-notice:empty {
	display: none;
}

.five-points-back {
	display: inline-block;
	margin: 0 1rem 1.5rem;
}
`;

/** Writes the page. Texts are never markup, and nothing is asked of another site. */
export function writePage(parts: PageParts): string {
	const { language, title, course, about, noScript, player, style, notices } = parts;
	return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
${'file' in style ? `<link rel="stylesheet" href="${escaped(style.file)}">` : `<style>\n${style.code}</style>`}
</head>
<body>
<main>
<p class="five-points-notice" role="status"></p>
<div id="${PLACE_ID}"></div>
<noscript><p>${escaped(noScript)}</p></noscript>
</main>
<script type="application/json" id="${PACKAGE_ID}">${inScript(about)}</script>
<script type="application/json" id="${COURSE_ID}">${inScript(course)}</script>
${
	'file' in player
		? `<script src="${escaped(player.file)}"></script>`
		: `<script>${codeInScript(player.code)}</script>`
}${notices === undefined ? '' : `\n<script type="text/plain" id="${NOTICES_ID}">\n${textInScript(notices)}</script>`}
</body>
</html>
`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** JSON that cannot end its element. */
function inScript(json: string): string {
	return json.replaceAll('<', String.raw`\u003c`);
}

/** Text that cannot end its element, and that a person can still read in the source. */
function textInScript(text: string): string {
	return text.replaceAll(/<(?=\/?script|!--)/gi, '&lt;');
}

/** Code that cannot end its element: in JavaScript, these only stand in texts and patterns. */
function codeInScript(code: string): string {
	return code.replaceAll(/<(?=\/script|!--)/gi, String.raw`\x3c`);
}
