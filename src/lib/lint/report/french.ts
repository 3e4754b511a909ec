import kinds from '../../../messages/kinds/fr.json' with { type: 'json' };
import { kindIn, type ReportWords } from './words.ts';

const nouns = {
	item: ['question', 'questions'],
	fact: ['fait', 'faits'],
	finding: ['constat', 'constats'],
	choice: ['choix', 'choix'],
	error: ['erreur', 'erreurs'],
	warning: ['avertissement', 'avertissements'],
	info: ['remarque', 'remarques']
} as const;

const levels: Record<string, string> = {
	remember: 'se rappeler',
	understand: 'comprendre',
	apply: 'appliquer',
	analyse: 'analyser',
	evaluate: 'évaluer'
};

const strategies: Record<string, string> = {
	longest: 'prendre la plus longue',
	shortest: 'prendre la plus courte',
	middle: 'prendre celle du milieu, dans l’ordre écrit',
	overlap: 'prendre ce qui répète le plus de mots de la question',
	'no-overlap': 'prendre ce qui répète le moins de mots de la question',
	'no-absolutes': 'écarter «\u00a0toujours\u00a0» et «\u00a0jamais\u00a0»',
	hedged: 'prendre la plus prudente',
	convergence: 'prendre ce qui ressemble le plus aux autres',
	'select-all': 'tout cocher'
};

const names = new Intl.DisplayNames(['fr'], { type: 'language' });

export const french: ReportWords = {
	language: 'fr',
	counted: (count, noun) => `${count} ${nouns[noun][count < 2 ? 0 : 1]}`,
	kind: kindIn(kinds),
	back: (title) => `Retour à ${title}`,
	heading: (title) => `Les questions de ${title}`,
	summary: (items, facts, errors, warnings, aside) =>
		`${items} sur ${facts}\u00a0: ${errors}, ${warnings}, ${aside} mis de côté pour une raison donnée.`,
	coverage: {
		heading: 'Quels faits sont demandés, et comment',
		title: 'Les faits et les types de question\u00a0; le tableau ci-dessous dit la même chose.',
		how: 'Les lignes sont les faits, les colonnes les types. Un carré plein demande de produire une réponse, un carré vide de la reconnaître\u00a0; le nombre compte les questions. Les faits en gris ne sont pas demandés.',
		lacking:
			' Un point d’exclamation marque les faits qui manquent de questions\u00a0: chacun en demande deux, de deux types, dont une à produire.',
		asTable: 'La même chose en tableau',
		table: 'Les faits et leurs questions',
		fact: 'Fait',
		name: 'Titre',
		claim: 'Énoncé',
		items: 'Questions',
		none: 'aucune',
		notAsked: 'pas demandé'
	},
	whole: 'Le cours dans son ensemble',
	counts: {
		heading: 'Questions de chaque type',
		kind: 'Type',
		all: 'Toutes',
		columns: 'Les colonnes sont les points\u00a0; 0 est le cours dans son ensemble.',
		blueprint: ' Derrière la barre\u00a0: le plan.'
	},
	mix: {
		heading: 'Niveaux et difficultés',
		levels: 'Ce que l’élève doit faire',
		difficulty: 'Difficulté',
		target: 'la cible',
		level: (name) =>
			name
				.split(' or ')
				.map((level) => levels[level] ?? level)
				.join(' ou ')
	},
	places: {
		heading: 'Où la bonne réponse se trouve dans les fichiers',
		shuffled:
			'Les élèves voient les options mélangées\u00a0; d’autres systèmes les montrent comme elles sont écrites.',
		of: (choices, options) => `${choices} à ${options} options`,
		place: (number) => `place ${number}`,
		title: (options) => `Places de la bonne réponse parmi ${options} options`,
		even: 'une répartition égale'
	},
	blind: {
		heading: 'Ce que rapporte une réponse à l’aveugle',
		how: (gain, chance) =>
			`Des façons de répondre sans rien savoir. Aucune ne devrait gagner plus de ${gain} sur le hasard. Sur l’ensemble, le hasard rapporte ${chance}.`,
		title: 'Stratégies à l’aveugle',
		mark: 'ce que le hasard rapporte sur les mêmes questions',
		strategy: (name, says) => strategies[name] ?? says
	},
	line: (marked) => `Le trait vertical est ${marked}.`,
	warned: ' «\u00a0!\u00a0» marque ce dont une règle avertit.',
	found: {
		heading: 'Ce que trouvent les règles',
		foreign: 'Les règles elles-mêmes parlent anglais.',
		leftOut:
			'Ce que les règles disent d’une question en révèle souvent la réponse\u00a0; c’est donc omis ici.',
		show: 'Le montrer, avec les réponses',
		levels: { error: 'Erreurs', warning: 'Avertissements', info: 'À regarder' },
		nothing: 'Aucune règle ne trouve rien à corriger.',
		bank: 'l’ensemble',
		silent: 'Muettes\u00a0:',
		needs: {
			language: 'le vérificateur ne connaît pas la langue',
			lock: 'aucun verrou des bonnes réponses n’a été lu',
			shingles: 'aucune empreinte de la source n’a été lue',
			wording: 'le cours ne dit rien de son vocabulaire',
			blueprint: 'le cours n’a pas de plan'
		},
		asideHeading: 'Ce qui est laissé de côté, et pourquoi',
		nothingAside: 'Aucune question ne laisse une règle de côté.',
		aside: 'Laissé de côté\u00a0:',
		legend: 'Ce que veulent ces règles, et d’où elles viennent'
	},
	editions: {
		heading: (language) => `En ${names.of(language) ?? language}`,
		complete: 'Aucun texte ne manque.',
		missing: (count) => `Non traduits (${count})`
	}
};
