import { checkBank } from '../check.ts';
import { changed, filesWith } from '../fixtures.ts';
import type { Edition, TranslationFolder } from './check-translation.ts';

/** The small bank of the other tests in French, whole and sound. */
export const PRIMER_FR = `title: Une amorce
summary: De quoi il s’agit.
points:
  - { id: 1, title: Un, summary: Le premier., asks: ce qui vient d’abord }
  - { id: 2, title: Deux, summary: Le second., asks: ce qui vient ensuite }
facts:
  - { id: F1.1, claim: Un est premier., where: Page 1 }
  - { id: F2.1, claim: Deux est second., where: Page 2 }
`;

/** Its items; the options of the first begin in line 5, in another order than those of the original. */
export const ITEMS_FR = `items:
  - id: first
    stem: Lequel est le *premier* ?
    options:
      - { id: two, text: deux, why: Il est second. }
      - { id: one, text: un, why: Il l’est. }
    explanation: Un vient d’abord.
  - id: number
    stem: Combien y en a-t-il ?
    why: Un et deux.
    explanation: Il y en a deux.
`;

/** The French files with some words replaced, each at its first occurrence. */
export function frenchWith({
	primer = [],
	items = []
}: { primer?: [string, string][]; items?: [string, string][] } = {}): TranslationFolder {
	return {
		language: 'fr',
		name: 'b/fr',
		files: [
			{ name: 'b/fr/1.yaml', text: changed(ITEMS_FR, items) },
			{ name: 'b/fr/primer.yaml', text: changed(PRIMER_FR, primer) }
		]
	};
}

/** The edition that the small bank has with a translation. */
export function editionOf(
	folder: TranslationFolder,
	original: Parameters<typeof filesWith>[0] = {}
): Edition {
	const { editions, problems } = checkBank('b', filesWith(original), [folder]);
	const [edition] = editions;
	if (!edition || problems.length > 0) throw new Error(`It is not sound: ${JSON.stringify(problems)}`);
	return edition;
}
