import { markToReach, type About, type InLanguage } from '#lib/interop/manifest/about.ts';
import { contentPackage } from '#lib/interop/manifest/content-package.ts';
import { element, text, type Xml } from '#lib/interop/manifest/xml.ts';

const CONTENT_PACKAGING = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
const META_DATA = 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1';
const ADL = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';

/** Writes `imsmanifest.xml` of SCORM 1.2: one quiz in one file, with what the course says of itself. */
export function manifest12(about: About): string {
	return contentPackage(about, {
		schemaVersion: '1.2',
		namespace: CONTENT_PACKAGING,
		prefixes: { adlcp: ADL },
		schemas: {
			[CONTENT_PACKAGING]: 'imscp_rootv1p1p2.xsd',
			[META_DATA]: 'imsmd_rootv1p2p1.xsd',
			[ADL]: 'adlcp_rootv1p2.xsd'
		},
		scormType: 'adlcp:scormtype',
		longestTitle: 200,
		metadata,
		passing: ({ mastery }) =>
			mastery === undefined ? [] : [element('adlcp:masteryscore', {}, text(markToReach(mastery, 100)))]
	});
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
		{ xmlns: META_DATA },
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
