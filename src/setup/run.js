import { spawn } from 'node:child_process';
import { constants } from 'node:os';

import { callerOfShell } from './caller.js';
import { root } from './project.js';

/** The parent of this process: the shell in which npm runs its script, or npm itself. */
const parent = process.ppid;

/**
 * Runs a program to its end and keeps what it prints, so that a long log is shown only when it matters.
 * A program that cannot be started has status 127.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, seconds?: number }} [options] `seconds`: how long it may take
 * @returns {Promise<{ status: number, output: string }>}
 */
export function runQuietly(program, args, { env = process.env, shell = false, seconds = 900 } = {}) {
	return new Promise((resolve) => {
		let output = '';
		const child = spawn(program, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
		const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
		/** @param {number} status */
		const end = (status) => {
			clearTimeout(timer);
			resolve({ status, output });
		};
		child.stdout.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
		child.stderr.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
		child.on('error', (error) => {
			output += error.message;
			end(127);
		});
		child.on('close', (code, signal) => end(exitStatus(code, signal)));
	});
}

/**
 * Runs a program in the foreground: it has the terminal, is sent the signals that we are sent, and its exit
 * status is the answer.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, isLinked?: boolean }} [options] `isLinked`: a Node program of ours that hears
 *   `disconnect` when we end, for whatever reason
 * @returns {Promise<number>}
 */
export function runInForeground(program, args, { env = process.env, isLinked = false } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { cwd: root, env, stdio: isLinked ? [0, 1, 2, 'ipc'] : 'inherit' });
		/** @param {NodeJS.Signals} signal */
		const forward = (signal) => void child.kill(signal);
		process.on('SIGINT', forward).on('SIGTERM', forward);
		// A signal to npm ends the shell between npm and us, which does not pass it on, or only npm itself if
		// that is killed: so we watch for their exit.
		const npm = process.env.npm_lifecycle_event ? callerOfShell(parent) : undefined;
		const watch = setInterval(() => {
			if (!process.env.npm_lifecycle_event) return;
			if (process.ppid !== parent || (npm !== undefined && !isRunning(npm))) forward('SIGTERM');
		}, 250);
		child.on('error', reject);
		child.on('close', (code, signal) => {
			clearInterval(watch);
			process.off('SIGINT', forward).off('SIGTERM', forward);
			resolve(exitStatus(code, signal));
		});
	});
}

/** @param {number} id of a process */
function isRunning(id) {
	try {
		return process.kill(id, 0);
	} catch (error) {
		// It exists, and belongs to somebody else.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/**
 * The status as a shell counts it: 128 and the signal's number for a program that a signal ended.
 *
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitStatus(code, signal) {
	return code ?? 128 + (signal ? constants.signals[signal] : 0);
}
