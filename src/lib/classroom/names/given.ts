import { seeded, shuffled } from '#lib/chance/random.ts';

// Words for handed-out names. Any of one list goes with any of the other, and nobody minds being called so: nothing of
// bodies, skins, sizes or slowness, no beast that a people or a fool is called by, no first names.

const ENGLISH = {
	adjectives: listed(`
		active agile alert amber attentive azure bold brave bright brilliant calm careful caring cheerful clever
		confident considerate copper cosmic courageous courteous creative crimson curious daring determined dynamic
		earnest eloquent emerald energetic enthusiastic faithful fearless focused friendly generous gentle genuine
		gleaming glowing golden graceful gracious grateful happy harmonious helpful heroic honest hopeful imaginative
		indigo ingenious intrepid inventive jovial joyful keen kind lively loyal lucid lucky luminous majestic merry
		mindful musical nimble noble observant opal optimistic patient peaceful perceptive poetic polite precise quick
		radiant rapid reliable resourceful saffron sapphire scarlet sensible serene shining silver sincere sparkling
		spirited splendid steady stellar sunny superb swift tactful talented teal thoughtful topaz tranquil trusty
		turquoise upbeat valiant versatile vigilant violet vivid watchful wise witty
	`),
	nouns: listed(`
		acorn albatross alpaca antelope aspen avocet badger baobab beacon bumblebee butterfly caribou cascade cedar
		cello chipmunk clarinet comet compass condor cormorant curlew dolphin dove dragonfly eagle egret elk elm falcon
		feather finch firefly fjord flamingo galaxy gazelle glacier goldfinch guitar harp hawk heron horizon hummingbird
		ibex ibis island jaguar juniper kangaroo kayak kestrel kingfisher kite koala lantern lark leopard lighthouse
		lion lynx maple marten meadow meerkat meteor narwhal nautilus nebula nightingale oak oasis ocelot osprey otter
		owl panda panther pelican penguin planet poplar puma reindeer river rocket seahorse sequoia skylark sparrow
		squirrel star starling summit swan telescope tiger toucan valley violin wallaby willow wolf wombat wren
	`)
};

const FRENCH = {
	// As they are said of him, and after a stroke of her, where that is another word.
	adjectives: listed(`
		actif/active adroit/adroite agile agréable aimable alerte ambré/ambrée amical/amicale argenté/argentée
		astucieux/astucieuse attentif/attentive audacieux/audacieuse azuré/azurée bienveillant/bienveillante brave
		brillant/brillante calme céleste chaleureux/chaleureuse chanceux/chanceuse confiant/confiante cosmique
		courageux/courageuse courtois/courtoise créatif/créative cuivré/cuivrée curieux/curieuse
		débrouillard/débrouillarde dévoué/dévouée diligent/diligente doré/dorée dynamique éclatant/éclatante écarlate
		élégant/élégante éloquent/éloquente énergique enjoué/enjouée enthousiaste épatant/épatante équitable
		étincelant/étincelante étoilé/étoilée fabuleux/fabuleuse fiable fidèle flamboyant/flamboyante formidable
		généreux/généreuse génial/géniale gracieux/gracieuse habile harmonieux/harmonieuse héroïque heureux/heureuse
		honnête ingénieux/ingénieuse inspiré/inspirée intègre intrépide inventif/inventive jovial/joviale joyeux/joyeuse
		juste légendaire loyal/loyale lucide lumineux/lumineuse magique magnifique majestueux/majestueuse mauve
		mélodieux/mélodieuse merveilleux/merveilleuse musical/musicale noble novateur/novatrice observateur/observatrice
		optimiste paisible patient/patiente persévérant/persévérante perspicace poétique poli/polie pourpre
		précis/précise prudent/prudente radieux/radieuse rapide rayonnant/rayonnante remarquable résolu/résolue
		rieur/rieuse sage scintillant/scintillante serein/sereine sincère sociable solaire solidaire souriant/souriante
		splendide stellaire subtil/subtile superbe sympathique tranquille vaillant/vaillante vigilant/vigilante
	`),
	masculine: listed(`
		albatros alpaga baobab bouleau bouquetin canoë caribou castor cèdre chamois chêne colibri condor cormoran
		dauphin écureuil élan érable fjord flamant frêne glacier guépard hérisson héron hêtre hibou hippocampe horizon
		ibis jaguar kangourou kayak koala léopard lièvre lion loup lynx martinet martin-pêcheur météore narval nautile
		noisetier ocelot panda papillon pélican peuplier phare pinson puma renard renne rossignol sapin saule séquoia
		soleil suricate télescope tigre toucan violon violoncelle voilier wallaby zéphyr
	`),
	feminine: listed(`
		abeille alouette améthyste antilope aquarelle avocette bergeronnette boussole cascade chouette cigogne clairière
		clarinette coccinelle colline colombe comète émeraude étoile fauvette fusée galaxie gazelle goélette guitare
		harpe hermine hirondelle île lanterne libellule loutre luciole mandoline martre mésange mosaïque mouette oasis
		panthère planète plume prairie rivière source symphonie topaze vallée
	`)
};

const english = {
	adjectives: ENGLISH.adjectives,
	nouns: ENGLISH.nouns,
	joined: (adjective: string, noun: string) => `${capital(adjective)} ${capital(noun)}`
};

const feminine = new Set(FRENCH.feminine);

const french: typeof english = {
	adjectives: FRENCH.adjectives,
	nouns: [...FRENCH.masculine, ...FRENCH.feminine],
	joined: (adjective, noun) => {
		const [his = '', hers = his] = adjective.split('/');
		return `${capital(noun)} ${feminine.has(noun) ? hers : his}`;
	}
};

/**
 * A name that is handed out, such as “Amber Otter” or “Loutre ambrée”: in French for a class in French, and else in
 * English. A class has the same ones for ever, none of them twice, and the first hundred share no word. After all pairs
 * of words, more than 12,000 in each language, come the same ones with a 2, a 3 and so on.
 *
 * @param language of the class, as BCP 47 writes it
 * @param seed of the class
 * @param number which one, from 0
 */
export function givenName(language: string, seed: string, number: number): string {
	const { adjectives, nouns, joined } = /^fr(?![a-z])/i.test(language) ? french : english;
	// Each time through the adjectives, the nouns have moved on by one against them, until each pair has been.
	const row = Math.floor(number / adjectives.length);
	const column = number % adjectives.length;
	const adjective = shuffled(adjectives, seeded(seed, 'adjective'))[column] ?? '';
	const noun = shuffled(nouns, seeded(seed, 'noun'))[(column + row) % nouns.length] ?? '';
	const time = 1 + Math.floor(row / nouns.length);
	return joined(adjective, noun) + (time === 1 ? '' : ` ${time}`);
}

function listed(words: string): string[] {
	return words.trim().split(/\s+/);
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
