import { readFileSync } from 'node:fs';

/** A stored sample of this folder: what a version of Five Points once wrote. */
export function sample(name: string): unknown {
	return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'));
}
