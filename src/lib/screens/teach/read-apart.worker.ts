// Reads the results of a class in a thread of its own: the page stays quick, and what reads a course from files, which this
// needs, comes to no device but a teacher’s.
import type { Bank } from '#lib/bank/bank.ts';
import { pasted, readResults } from '#lib/results/read-results.ts';

import type { FileOrText } from './read-apart.ts';

addEventListener('message', ({ data }: MessageEvent<{ given: FileOrText[]; bank: Bank; others: Bank[] }>) => {
	const sources = data.given.map((each) => ('text' in each ? pasted(each.text, each.name) : each.file));
	void readResults(sources, data.bank, data.others).then((read) => postMessage(read));
});
