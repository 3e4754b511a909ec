import { markToReach, objectiveOf, type About, type InLanguage } from '#lib/interop/manifest/about.ts';
import { contentPackage } from '#lib/interop/manifest/content-package.ts';
import { element, text, type Xml } from '#lib/interop/manifest/xml.ts';

const CONTENT_PACKAGING = 'http://www.imsglobal.org/xsd/imscp_v1p1';
const META_DATA = 'http://ltsc.ieee.org/xsd/LOM';
const ADL = 'http://www.adlnet.org/xsd/adlcp_v1p3';
const SEQUENCING = 'http://www.imsglobal.org/xsd/imsss';

/**
 * Writes `imsmanifest.xml` of SCORM 2004 4th edition: one quiz with an objective for the whole and one for each point.
 */
export function manifest2004(about: About): string {
	return contentPackage(about, {
		schemaVersion: '2004 4th Edition',
		namespace: CONTENT_PACKAGING,
		prefixes: { adlcp: ADL, imsss: SEQUENCING },
		schemas: {
			[CONTENT_PACKAGING]: 'imscp_v1p1.xsd',
			[ADL]: 'adlcp_v1p3.xsd',
			[SEQUENCING]: 'imsss_v1p0.xsd',
			[META_DATA]: 'lom.xsd'
		},
		scormType: 'adlcp:scormType',
		metadata,
		passing: (about) => [sequencing(about)]
	});
}

function sequencing({ points, mastery }: About): Xml {
	const measure =
		mastery === undefined ? [] : [element('imsss:minNormalizedMeasure', {}, text(markToReach(mastery, 1)))];
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
		{ xmlns: META_DATA },
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
