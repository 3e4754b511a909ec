import { choice, several, written, type Sample, type Samples, type Written } from '../fixtures.ts';

/** Rules that depend on the language, in French. */
export const french: Record<string, Samples> = {
	'W-01': {
		fails: [
			'toutes les réponses',
			'toutes ces réponses',
			'tout ce qui précède',
			'A et B',
			'les deux réponses'
		].map((text) => fr(text, choice('Lequel ?', 'un code', ['une loi', text]))),
		passes: [fr('tous d’une sorte', choice('Qui ?', 'tous les États', ['des villes', 'une firme']))]
	},
	'W-02': {
		fails: [fr('aucune', choice('Lequel ?', 'un code', ['une loi', 'aucune de ces réponses']))],
		passes: [fr('aucun d’une sorte', choice('Qui ?', 'aucun État', ['des villes', 'une firme']))]
	},
	'W-03': {
		fails: [
			{ ...fr('sans relief', choice('Qui n’a pas rejoint ?', 'a', ['b', 'c'])), level: 'warning' },
			{ ...fr('« sauf »', choice('Tous, sauf lequel ?', 'a', ['b', 'c'])), level: 'warning' },
			{ ...fr('avec relief', choice('Qui n’a **pas** rejoint ?', 'a', ['b', 'c'])), level: 'warning' },
			{ ...fr('en capitales', choice('Qui n’a PAS rejoint ?', 'a', ['b', 'c'])), level: 'warning' }
		],
		passes: [
			fr('positif', choice('Qui a rejoint ?', 'a', ['b', 'c'])),
			fr('ne … que', choice('Qui n’a fait que parler ?', 'a', ['b', 'c']))
		]
	},
	'W-04': {
		fails: [
			fr(
				'deux fois',
				choice('Lequel n’est **pas** vrai ?', 'il n’oblige pas', ['il est vieux', 'il est neuf'])
			)
		],
		passes: [fr('une fois', choice('Lequel est vrai ?', 'il n’oblige pas', ['il est vieux', 'il est neuf']))]
	},
	'W-05': {
		fails: [fr('jamais', choice('Lequel ?', 'il est neuf', ['il n’est jamais vrai', 'il est vieux']))],
		passes: [
			fr('des deux côtés', choice('Lequel ?', 'toutes les villes', ['toutes les firmes', 'des États']))
		]
	},
	'W-06': {
		fails: [fr('souvent', choice('Lequel ?', 'il échoue souvent', ['il est neuf', 'il est vieux']))],
		passes: [
			fr('combien de fois', choice('Lequel ?', 'il échoue deux fois', ['il est neuf', 'il est vieux']))
		]
	},
	'W-07': {
		fails: [
			fr('un article', choice('L’Appel est une :', 'déclaration', ['engagement', 'convention'])),
			fr('une élision', choice('Il s’agit de l’', 'engagement', ['traité', 'accord'])),
			{ ...fr('un nombre', choice('Les soutiens étaient :', 'États', ['ville', 'firme'])), level: 'warning' }
		],
		passes: [
			fr(
				'des articles dans les options',
				choice('L’Appel est :', 'une déclaration', ['un engagement', 'une convention'])
			),
			fr('un genre', choice('L’Appel est une :', 'déclaration', ['convention', 'dictature']))
		]
	},
	'W-10': {
		fails: [
			{
				...fr(
					'un mot',
					choice('Quel texte protège le réseau ?', 'un code de réseau', ['une loi', 'une carte'])
				),
				level: 'warning'
			}
		],
		passes: [
			fr(
				'aussi ailleurs',
				choice('Quel texte protège le réseau ?', 'un code de réseau', ['une loi du réseau', 'une carte'])
			)
		]
	},
	'W-11': {
		fails: [
			fr(
				'la clef de tous',
				choice('Lequel ?', 'texte public volontaire', ['traité public', 'promesse volontaire', 'texte codé'])
			)
		],
		passes: [
			fr(
				'une rivale',
				choice('Lequel ?', 'texte public volontaire', [
					'discours public volontaire',
					'promesse volontaire',
					'texte codé'
				])
			)
		]
	},
	'W-12': {
		fails: [
			fr('ne … pas', choice('Lequel ?', 'ils signent', ['ils ne signent pas', 'une carte'])),
			fr('n’… pas', choice('Lequel ?', 'il est public', ['il n’est pas public', 'une carte'])),
			fr('un mot', choice('Lequel ?', 'un texte volontaire', ['un texte contraignant', 'une carte']))
		],
		passes: [fr('aucun couple', choice('Lequel ?', 'ils signent', ['ils parlent', 'une carte']))]
	},
	'W-13': {
		fails: [
			{
				...fr(
					'des jours',
					choice('Quand ?', '1er mai 2018 au 9 mai 2018', ['5 mai 2018 au 2 juin 2018', '3 août 2018'])
				),
				level: 'warning'
			},
			{
				...fr('des milliers', choice('Combien ?', '1 200', ['1 000 à 1 500', '2 000'])),
				level: 'warning'
			}
		],
		passes: [
			fr('des milliers', choice('Combien ?', '1 200', ['200 à 900', '1 300'])),
			fr('des jours', choice('Quand ?', '12 novembre 2018', ['13 novembre 2018', '1er décembre 2018']))
		]
	},
	'W-19': {
		fails: [
			fr(
				'de longs mots',
				choice(
					'Quelles considérations intergouvernementales nécessitent une institutionnalisation multilatérale ?',
					'la responsabilisation organisationnelle',
					['l’interopérabilité internationale', 'la démocratisation décisionnelle']
				)
			)
		],
		passes: [fr('des mots simples', choice('Lequel vient le premier ?', 'un code', ['une loi', 'une carte']))]
	},
	'W-20': {
		fails: [
			'La réponse B est fausse, comme la page le dit.',
			'La deuxième réponse est celle de la page une.',
			'Le texte ci-dessus le dit, comme on peut le lire.'
		].map((explanation) => fr(explanation, choice('Lequel ?', 'a', ['b', 'c'], { explanation }))),
		passes: [
			fr(
				'« a » est un verbe',
				choice('Lequel ?', 'a', ['b', 'c'], {
					explanation: 'La réponse a été donnée, et le choix a été fait.'
				})
			)
		]
	},
	'W-21': {
		fails: [
			fr(
				'un verdict',
				choice('Lequel ?', 'a', [], {
					options: [
						{ text: 'a', key: true, why: 'La page une le raconte ainsi.' },
						{ text: 'b', why: 'Cette réponse n’est pas correcte.' },
						{ text: 'c', why: 'La page une le raconte ainsi.' }
					]
				})
			)
		],
		passes: [fr('une raison', choice('Lequel ?', 'a', ['b', 'c']))]
	},
	'W-23': {
		fails: [
			'L’Appel est public, et la France l’a écrit.',
			'L’Appel est toujours public.',
			'L’Appel est public parce qu’il le faut.'
		].map((stem) => fr(stem, written('true-false-reason', { stem }))),
		passes: [fr('une seule idée', written('true-false-reason', { stem: 'L’Appel est public.' }))]
	},
	'W-24': {
		fails: [
			fr('sans consigne', several('Lesquels ?', ['a', 'b'], ['c', 'd'])),
			fr('un autre nombre', several('Choisissez trois réponses.', ['a', 'b'], ['c', 'd']))
		],
		passes: [
			'Cochez toutes les réponses justes.',
			'Sélectionnez tout ce qui convient.',
			'Ce que tous les États ont promis : choisissez deux réponses.'
		].map((stem) => fr(stem, several(stem, ['a', 'b'], ['c', 'd'])))
	},
	'T-04': {
		fails: [fr('sa place', placed('le deuxième discours'))],
		passes: [fr('rien', placed('le discours'))]
	},
	'T-10': {
		fails: [
			fr(
				'une liste',
				written('numeric', {
					value: 3,
					near: [],
					tolerance: 0,
					stem: 'Le Canada, le Japon et la France ont signé. Combien sont-ils ?'
				})
			)
		],
		passes: [
			fr('aucune', written('numeric', { value: 3, near: [], tolerance: 0, stem: 'Combien ont signé ?' }))
		]
	},
	'C-04': {
		fails: ['Qui le soutient aujourd’hui ?', 'Qui n’a pas encore signé ?'].map((stem) =>
			fr(stem, choice(stem, 'a', ['b', 'c']))
		),
		passes: [fr('un passé', choice('Qui l’a soutenu ?', 'a', ['b', 'c']))]
	},
	'C-13': {
		fails: [
			{
				says: 'le mot à écrire, sous une élision',
				items: [
					written('short-text', {
						stem: 'Quel pays manquait ?',
						accept: ['Australie', 'l’Australie'],
						wrong: []
					}),
					choice('Pourquoi l’Australie manquait-elle ?', 'un code', ['une loi', 'une carte'], {
						id: 'other',
						facts: ['F2.1']
					})
				],
				french: true
			}
		],
		passes: [
			{
				says: 'une locution dont il n’y a qu’un mot',
				items: [
					written('short-text', {
						stem: 'Où le droit vaut-il aussi ?',
						accept: ['hors ligne', 'offline'],
						wrong: []
					}),
					choice('Qui trace la ligne ?', 'un code', ['une loi', 'une carte'], {
						id: 'other',
						facts: ['F2.1']
					})
				],
				french: true
			}
		]
	},
	'C-06': {
		fails: [{ ...fr('un nom', choice('Que fit l’Europe ?', 'a', ['b', 'c'])), more: { wording: {} } }],
		passes: [
			{
				...fr('un nom du texte', choice('Que fit l’Europe ?', 'a', ['b', 'c'])),
				more: { wording: { names: ['Union de l’Europe'] } }
			}
		]
	}
};

function fr(says: string, ...items: Written[]): Sample {
	return { says, items, french: true };
}

/** An ordering whose second element has this text. */
function placed(text: string): Written {
	const why = 'La page une le raconte ainsi.';
	return written('ordering', {
		elements: ['un appel', text, 'une lettre', 'un vote'].map((each, index) => ({
			text: each,
			sort: index + 1,
			why
		}))
	});
}
