import { inFirst, type About } from './about.ts';
import { element, text, xmlFile, type Xml } from './xml.ts';

/** In what the manifests of content packages differ from one edition of SCORM to the next. */
export interface Edition {
	/** Such as `2004 4th Edition`. */
	schemaVersion: string;
	/** The namespace of the manifest itself. */
	namespace: string;
	/** Further namespaces by their prefix. */
	prefixes: Record<string, string>;
	/** The file of its schema by each namespace that has one. */
	schemas: Record<string, string>;
	/** The attribute that tells what kind of resource the page is. */
	scormType: string;
	/** The longest title of an organization and of an item, in characters; undefined where there is none. */
	longestTitle?: number;
	/** What describes the course, in the terms of the edition. */
	metadata: (about: About) => Xml;
	/** What an item says of how it is passed. */
	passing: (about: About) => Xml[];
}

/**
 * Writes `imsmanifest.xml`, which is IMS Content Packaging in each edition of SCORM: one organization with one item, the quiz,
 * whose one resource lists all files.
 */
export function contentPackage(about: About, edition: Edition): string {
	const { id, page, files } = about;
	const title = element('title', {}, text(inFirst(about.title).slice(0, edition.longestTitle)));
	const namespaces = { ...edition.prefixes, xsi: 'http://www.w3.org/2001/XMLSchema-instance' };
	const located = Object.entries(edition.schemas).map(([namespace, file]) => `${namespace} ${file}`);
	return xmlFile(
		element(
			'manifest',
			{
				identifier: id,
				version: '1.0',
				xmlns: edition.namespace,
				...Object.fromEntries(
					Object.entries(namespaces).map(([prefix, namespace]) => [`xmlns:${prefix}`, namespace])
				),
				'xsi:schemaLocation': located.join(' ')
			},
			element(
				'metadata',
				{},
				element('schema', {}, 'ADL SCORM'),
				element('schemaversion', {}, edition.schemaVersion),
				edition.metadata(about)
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
						...edition.passing(about)
					)
				)
			),
			element(
				'resources',
				{},
				element(
					'resource',
					{ identifier: `${id}.quiz`, type: 'webcontent', [edition.scormType]: 'sco', href: page },
					...files.map((href) => element('file', { href }))
				)
			)
		)
	);
}
