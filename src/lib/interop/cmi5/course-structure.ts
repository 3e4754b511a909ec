import { markToReach, objectiveOf, type About, type InLanguage } from '#lib/interop/manifest/about.ts';
import { element, text, xmlFile, type Xml } from '#lib/interop/manifest/xml.ts';

/** What this package says of itself beyond what cmi5 has room for. */
const OWN = 'urn:five-points:package';

/**
 * Writes `cmi5.xml`: a course of one assignable unit. Without a mark to reach it is done when it is finished, with one when
 * that is reached as well.
 */
export function courseStructure(about: About): string {
	const { iri, title, summary, points, mastery, page } = about;
	const objective = (point: number) => `${iri}#${objectiveOf(point)}`;
	return xmlFile(
		element(
			'courseStructure',
			{ xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' },
			element('course', { id: iri }, strings('title', title), strings('description', summary), own(about)),
			...(points.length === 0
				? []
				: [
						element(
							'objectives',
							{},
							...points.map((point) =>
								element(
									'objective',
									{ id: objective(point.id) },
									strings('title', point.title),
									strings('description', point.summary)
								)
							)
						)
					]),
			element(
				'au',
				{
					id: `${iri}#quiz`,
					moveOn: mastery === undefined ? 'Completed' : 'CompletedAndPassed',
					masteryScore: mastery === undefined ? undefined : markToReach(mastery, 1),
					launchMethod: 'AnyWindow',
					activityType: 'http://adlnet.gov/expapi/activities/assessment'
				},
				strings('title', title),
				strings('description', summary),
				...(points.length === 0
					? []
					: [
							element(
								'objectives',
								{},
								...points.map(({ id }) => element('objective', { idref: objective(id) }))
							)
						]),
				element('url', {}, text(page))
			)
		)
	);
}

function own({ source, licence, edition, title }: About): Xml {
	const said = { source, licence, edition, languages: title.map(({ language }) => language).join(' ') };
	return element(
		'about',
		{ xmlns: OWN },
		...Object.entries(said).flatMap(([name, value]) =>
			value === undefined ? [] : [element(name, {}, text(value))]
		)
	);
}

function strings(name: string, texts: readonly InLanguage[]): Xml {
	return element(
		name,
		{},
		...texts.map((each) => element('langstring', { lang: each.language }, text(each.text)))
	);
}
