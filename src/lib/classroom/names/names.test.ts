import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { heldFor } from './held.ts';
import { differByAccent, nameKey } from './key.ts';
import { cleanName, cleanTeams } from './name.ts';

/** Any character, halves of surrogate pairs too, and more often those that act upon their neighbours. */
const unit = fc.oneof(
	fc.nat({ max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
	fc.constantFrom(
		...Array.from(' aé1َیक्ෂ්👩🏽⚖'),
		...Array.from('\u0301\u0323\u200b\u200c\u200d\u202e\u3164\ufe0f\udc69\ud83d')
	)
);

describe('a name', () => {
	test('is shown as it was meant, without what tricks the eye', () => {
		const cleaned = [
			['  Zoë   Lee ', 'Zoë Lee'],
			['Zoe\u0308', 'Zoë'],
			['<b>Bob</b>', '<b>Bob</b>'],
			['Bob\u202egnp', 'Bobgnp'],
			['A\u200bnn\u0000a', 'Anna'],
			['👩‍🚀 Ada', '👩‍🚀 Ada'],
			['李雷', '李雷']
		];
		for (const [typed = '', name] of cleaned) expect(cleanName(typed)).toEqual({ name });
		expect(JSON.stringify(cleanName(`Z${'\u0301'.repeat(50)}`)).length).toBeLessThan(20);
	});

	test('keeps the marks and joiners of its language', () => {
		const names = [
			...['Nguyễn Thị Ngọc Ánh', 'Đặng Hữu Phước', 'Trần Quốc Tuấn'],
			...['מְנַשֶּׁה', 'שִׁמְעוֹן', 'יִשָּׂשכָר', 'עַבְדּוּ'],
			...['श्रीकृष्णन्', 'ज़ीनत', 'फ़ैज़ाँ', 'लक्ष्मी', 'ज़ुंबा', 'र्‍या'],
			...['สมศักดิ์', 'ปู่เย็น', 'น้ำฝน', 'สิทธิ์', 'กิ๊ก'],
			...['ကျော်', 'ဖြိုး', 'မြို့သူ', 'སྒྲོལ་མ', 'ශ්‍රී', 'علی‌رضا', 'عَبْدُ ٱللَّٰه', 'សុភ័ក្ត្រ', 'Ọ̀ṣọ́']
		];
		for (const name of names) {
			expect(cleanName(name)).toEqual({ name: name.normalize('NFC') });
			expect(cleanName(name.normalize('NFD'))).toEqual({ name: name.normalize('NFC') });
			expect(heldFor(name, [])).toBe(null);
		}
	});

	test('has no flood of marks, nor a joiner that joins nothing', () => {
		const marks = Array.from({ length: 40 }, (_, index) => String.fromCodePoint(0x300 + index)).join('');
		const floods = [`z${marks}`, `ก${'็'.repeat(40)}`, 'שְֱֲֳִֵֶַָֹֻּ', 'မါာိီုူေဲံ့း္်'];
		for (const flood of floods) {
			const cleaned = cleanName(flood);
			expect('name' in cleaned && cleaned.name.match(/\p{M}/gu)?.length).toBeLessThanOrEqual(5);
		}
		expect(cleanName(`z${marks}`)).toEqual({ name: 'z\u0321\u0322\u0327' });
		expect(cleanName('An\u200dna\u200c')).toEqual({ name: 'Anna' });
		expect(nameKey('علی\u200cرضا')).toBe(nameKey('علیرضا'));
	});

	test('is refused with a reason', () => {
		expect(cleanName(' ')).toEqual({ refused: 'empty' });
		expect(cleanName('\u200b\u3164')).toEqual({ refused: 'nothing-visible' });
		expect(cleanName('a'.repeat(41))).toEqual({ refused: 'too-long' });
		expect(cleanName('é'.repeat(40))).toEqual({ name: 'é'.repeat(40) });
	});

	test('once cleaned stays as it is, and has a key', () => {
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 40 }), (typed) => {
				const cleaned = cleanName(typed);
				if (!('name' in cleaned)) return;
				expect(cleanName(cleaned.name)).toEqual(cleaned);
				expect(nameKey(cleaned.name)).not.toBe('');
			})
		);
	});
});

test('names that look alike are the same', () => {
	for (const other of ['ALICE', 'Αlice', 'Аlісе', 'A1ice', 'AIice', 'Álice', 'A l-i-c-e', 'Ａｌｉｃｅ'])
		expect(nameKey(other)).toBe(nameKey('Alice'));
	for (const other of ['ᴀʟɪᴄᴇ', '🅰️🅻🅸🅲🅴', '🅐🅛🅘🅒🅔', '🇦🇱🇮🇨🇪']) expect(nameKey(other)).toBe(nameKey('Alice'));
	expect(nameKey('☺️')).toBe(nameKey('☺'));
	expect(nameKey('Ada 🇫🇷')).not.toBe(nameKey('Ada 🇩🇪'));
	expect(nameKey('B0b')).toBe(nameKey('Bob'));
	expect(nameKey('Alice B')).not.toBe(nameKey('Alice C'));
});

test('profanity waits, in whatever letters, and honest names do not', () => {
	const profane = [
		...[
			'fuck',
			'F.U.C.K',
			'f u c k',
			'fuuuck',
			'xXfuckXx',
			'fuck!',
			'ｆｕｃｋ',
			'mErde',
			'enculé',
			'сunt',
			'vvhore'
		],
		// A digit or a sign is a letter, a 1 each of two, or it stands beside the word.
		...[
			'sh1t',
			'Big D1ck',
			's1ut',
			'sa1ope',
			'cu1',
			's|ut',
			's 1 u t',
			'b!te',
			'$hit',
			'shit123',
			'merde!',
			'cul 2',
			'7 dicks'
		],
		// Pages make letters fancy, and not all of them are letters to Unicode.
		...['ꜰᴜᴄᴋ', 'ꜱʜɪᴛ', '🅵🆄🅲🅺', '🆂🅷🅸🆃', '🅑🅘🅣🅔', '🇫🇺🇨🇰', '🅂🄷🄸🅃', 'sh¡t'],
		// A capital among small letters is another one’s double.
		...['sIut', 'cuI']
	];
	for (const name of profane) expect([name, heldFor(name, [])]).toEqual([name, 'profanity']);
	const honest = [
		...[
			'Scunthorpe',
			'Hancock',
			'Cassandra',
			'Dickens',
			'Lucul',
			'Essex',
			'Penelope',
			'Shiitake',
			'Anna',
			'Niger'
		],
		// They look like such a word only to who does not tell l from i, or m from rn.
		...['Cui Wei', 'CUI', 'Cui 2', 'Pom', 'Poom', 'Sjut']
	];
	for (const name of honest) expect([name, heldFor(name, [])]).toEqual([name, null]);
});

test('names that are such a word as well wait, as does the double of another', () => {
	for (const name of ['Dick', 'Bite', 'Dick van Dyke'])
		expect([name, heldFor(name, [])]).toEqual([name, 'profanity']);
	expect(heldFor('Ms Srnith', [nameKey('Ms Smith')])).toBe('look-alike');
	expect(heldFor('Ms Smythe', [nameKey('Ms Smith')])).toBe(null);
});

test('two who write their names with other accents are two people, and one who disguises a name is not', () => {
	for (const [one, other] of [
		['Zoe', 'Zoë'],
		['José', 'Jose'],
		['François', 'Francois'],
		['Ngọc', 'Ngoc'],
		['Renée', 'Rénee'],
		['Soren', 'Søren']
	] as const) {
		expect(nameKey(one)).toBe(nameKey(other));
		expect([one, differByAccent(one, other)]).toEqual([one, true]);
	}
	for (const [one, other] of [
		['Zoe', 'ZOE'],
		['Zoë', 'Z o ë'],
		['Zoe\u0308', 'Zoë'],
		['Alice', 'Аlісе'],
		['Alice', 'A1ice'],
		['Alice', 'A l-i-c-e'],
		['Ms Smith', 'Ms Srnith'],
		['Wim', 'VVim'],
		['Ｚｏｅ', 'Zoe'],
		['Ada', 'Adа\u0308']
	] as const)
		expect([other, differByAccent(one, other)]).toEqual([other, false]);
});

test('of the names of teams, those that are none or are alike once they are cleaned are left out', () => {
	expect(cleanTeams(['Red', 'Red\u200b', 'A  B', 'A B', '!!!', '\u202eBlue\u202c', ''])).toEqual([
		'Red',
		'A B',
		'Blue'
	]);
});
