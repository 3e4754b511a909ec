import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * The id of the process that called the shell in which a process runs. Undefined if its parent is not a
 * shell, or the system does not say.
 *
 * @param {number} process its number
 * @returns {number | undefined}
 */
export function callerOfShell(process) {
	const { name, parent } = lookUp(process) ?? {};
	return name !== undefined && /^-?(ba|da|a|k|z)?sh$/.test(name) && parent !== 1 ? parent : undefined;
}

/** @param {number} id */
function lookUp(id) {
	try {
		if (process.platform === 'win32') return undefined;
		// The kernel writes: number (name) state parent …
		const [, name = '', parent] =
			process.platform === 'linux'
				? (/\((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${id}/stat`, 'utf8')) ?? [])
				: (/(\S+?)\s+(\d+)$/.exec(
						execFileSync('ps', ['-o', 'comm=', '-o', 'ppid=', '-p', String(id)], { encoding: 'utf8' }).trim()
					) ?? []);
		return { name: name.replace(/^.*\//, ''), parent: Number(parent) };
	} catch {
		return undefined;
	}
}
