import { inFirst, objectiveOf, type About, type InLanguage } from '#lib/interop/manifest/about.ts';
import { element, text, xmlFile, type Xml } from '#lib/interop/manifest/xml.ts';

/**
 * Writes `imsmanifest.xml` of SCORM 2004 4th edition: one quiz with an objective for the whole and one for each point.
 */
export function manifest2004(about: About): string {
	const { id, page, files } = about;
	const title = element('title', {}, text(inFirst(about.title)));
	return xmlFile(
		element(
			'manifest',
			{
				identifier: id,
				version: '1.0',
				xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
				'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
				'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
				'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
				'xsi:schemaLocation': [
					'http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd',
					'http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd',
					'http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd',
					'http://ltsc.ieee.org/xsd/LOM lom.xsd'
				].join(' ')
			},
			element(
				'metadata',
				{},
				element('schema', {}, 'ADL SCORM'),
				element('schemaversion', {}, '2004 4th Edition'),
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
						sequencing(about)
					)
				)
			),
			element(
				'resources',
				{},
				element(
					'resource',
					{ identifier: `${id}.quiz`, type: 'webcontent', 'adlcp:scormType': 'sco', href: page },
					...files.map((href) => element('file', { href }))
				)
			)
		)
	);
}

function sequencing({ points, mastery }: About): Xml {
	const measure =
		mastery === undefined ? [] : [element('imsss:minNormalizedMeasure', {}, text(String(mastery)))];
	return element(
		'imsss:sequencing',
		{},
		element(
			'imsss:objectives',
			{},
			element(
				'imsss:primaryObjective',
				{ objectiveID: 'quiz', satisfiedByMeasure: String(mastery !== undefined) },
				...measure
			),
			...points.map(({ id }) => element('imsss:objective', { objectiveID: objectiveOf(id) }))
		),
		element('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' })
	);
}

/** What IEEE 1484.12.3 (LOM) has room for. */
function metadata({ iri, title, summary, source, licence, edition, language }: About): Xml {
	const one = (value: string) => element('string', { language }, text(value));
	const vocabulary = (name: string, value: string) =>
		element(name, {}, element('source', {}, 'LOMv1.0'), element('value', {}, value));
	// Who says nothing of a licence has not said that all is allowed.
	const rights =
		licence === undefined
			? []
			: [
					element(
						'rights',
						{},
						vocabulary('copyrightAndOtherRestrictions', 'yes'),
						element('description', {}, one(licence))
					)
				];
	return element(
		'lom',
		{ xmlns: 'http://ltsc.ieee.org/xsd/LOM' },
		element(
			'general',
			{},
			element('identifier', {}, element('catalog', {}, 'URI'), element('entry', {}, text(iri))),
			element('title', {}, ...strings(title)),
			...title.map((each) => element('language', {}, text(each.language))),
			element('description', {}, ...strings(summary))
		),
		element('lifeCycle', {}, element('version', {}, one(edition))),
		...rights,
		element(
			'relation',
			{},
			vocabulary('kind', 'isbasedon'),
			element('resource', {}, element('description', {}, one(source)))
		)
	);
}

function strings(texts: readonly InLanguage[]): Xml[] {
	return texts.map((each) => element('string', { language: each.language }, text(each.text)));
}
