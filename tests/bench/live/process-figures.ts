import { readFileSync } from 'node:fs';

/** How many of the kernel’s ticks are a second. */
const TICKS = 100;

/** What a process has used so far. */
export interface Used {
	/** Resident memory, in bytes. */
	memory: number;
	/** Processor time, in milliseconds. */
	time: number;
}

/** What a process of this machine uses, by its number; on Linux alone. */
export function usedBy(id: number): Used {
	const [, pages = '0'] = readFileSync(`/proc/${id}/statm`, 'utf8').split(' ');
	// The name of the program is in brackets, and may hold anything.
	const [, , , , , , , , , , , , user = '0', system = '0'] = readFileSync(`/proc/${id}/stat`, 'utf8')
		.replace(/^.*\) /s, 'x ')
		.split(' ');
	return { memory: Number(pages) * 4096, time: ((Number(user) + Number(system)) * 1000) / TICKS };
}
