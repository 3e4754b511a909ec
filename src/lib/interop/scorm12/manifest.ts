import { inFirst, type About, type InLanguage } from '#lib/interop/manifest/about.ts';
import { element, text, xmlFile, type Xml } from '#lib/interop/manifest/xml.ts';

/** The longest title, in characters. */
const LONGEST_TITLE = 200;

/** Writes `imsmanifest.xml` of SCORM 1.2: one quiz in one file, with what the course says of itself. */
export function manifest12(about: About): string {
	const { id, mastery, page, files } = about;
	const title = element('title', {}, text(inFirst(about.title).slice(0, LONGEST_TITLE)));
	const masteryScore =
		mastery === undefined ? [] : [element('adlcp:masteryscore', {}, text(String(Math.round(mastery * 100))))];
	return xmlFile(
		element(
			'manifest',
			{
				identifier: id,
				version: '1.0',
				xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
				'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
				'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
				'xsi:schemaLocation': [
					'http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd',
					'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd',
					'http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd'
				].join(' ')
			},
			element(
				'metadata',
				{},
				element('schema', {}, 'ADL SCORM'),
				element('schemaversion', {}, '1.2'),
				metadata(about)
			),
			element(
				'organizations',
				{ default: `${id}.organization` },
				element(
					'organization',
					{ identifier: `${id}.organization` },
					title,
					element(
						'item',
						{ identifier: `${id}.item`, identifierref: `${id}.quiz`, isvisible: 'true' },
						title,
						...masteryScore
					)
				)
			),
			element(
				'resources',
				{},
				element(
					'resource',
					{ identifier: `${id}.quiz`, type: 'webcontent', 'adlcp:scormtype': 'sco', href: page },
					...files.map((href) => element('file', { href }))
				)
			)
		)
	);
}

/** What IMS Learning Resource Meta-data 1.2.1 has room for. */
function metadata({ iri, title, summary, source, licence, edition }: About): Xml {
	const neutral = (value: string) => element('langstring', { 'xml:lang': 'x-none' }, text(value));
	const vocabulary = (name: string, value: string) =>
		element(name, {}, element('source', {}, neutral('LOMv1.0')), element('value', {}, neutral(value)));
	// Who says nothing of a licence has not said that all is allowed.
	const rights =
		licence === undefined
			? []
			: [
					element(
						'rights',
						{},
						vocabulary('copyrightandotherrestrictions', 'yes'),
						element('description', {}, neutral(licence))
					)
				];
	return element(
		'lom',
		{ xmlns: 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1' },
		element(
			'general',
			{},
			element('title', {}, ...strings(title)),
			element('catalogentry', {}, element('catalog', {}, 'URI'), element('entry', {}, neutral(iri))),
			...title.map(({ language }) => element('language', {}, text(language))),
			element('description', {}, ...strings(summary))
		),
		element('lifecycle', {}, element('version', {}, neutral(edition))),
		...rights,
		element(
			'relation',
			{},
			vocabulary('kind', 'isbasedon'),
			element('resource', {}, element('description', {}, neutral(source)))
		)
	);
}

function strings(texts: readonly InLanguage[]): Xml[] {
	return texts.map((each) => element('langstring', { 'xml:lang': each.language }, text(each.text)));
}
