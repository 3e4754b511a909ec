import { randomBytes } from 'node:crypto';
import {
	chmodSync,
	closeSync,
	fsyncSync,
	linkSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';

import { makeFolders } from './make-folders.ts';

/** How long a secret has to be, in characters, so that nobody can guess it. */
const SECRET_LENGTH = 32;

/** How long the secrets are that are made here, in characters. */
const MADE_LENGTH = Math.ceil((SECRET_LENGTH * 4) / 3);

/** How many different characters it has to have: a repeated word is long but easy to guess. */
const VARIETY = 8;

const MAKE_ONE = 'For a good one, run: openssl rand -base64 32';

/** A secret cannot be used, and the operator has to decide what to do. */
export class UnsoundSecret extends Error {
	override name = 'UnsoundSecret';
}

/** The secret that signs exams. */
export interface FoundSecret {
	secret: string;
	/** What the operator should know, each a sentence on what is wrong and one on what to do. */
	notes: string[];
}

/**
 * Finds the secret that signs exams: the given one; or one made once and kept in the data folder, so that
 * exams survive a restart; or, if nothing can be written, one that lasts as long as the process.
 *
 * @param given `SECRET`, if it is set
 * @param data the path of the data folder
 * @throws {UnsoundSecret} when the secret is too easy to guess, or its file cannot be read
 */
export function findSecret(given: string | undefined, data: string): FoundSecret {
	if (given === undefined) return keptIn(data);
	refuseWeak(given, 'SECRET', `Write a longer one, or leave it out. ${MAKE_ONE}`);
	return { secret: given, notes: [] };
}

function refuseWeak(secret: string, name: string, remedy: string): void {
	const length = Array.from(secret).length;
	if (length < SECRET_LENGTH) {
		throw new UnsoundSecret(
			`${name} has ${length === 1 ? '1 character' : `${length} characters`}; at least ${SECRET_LENGTH} are needed, or somebody can guess it and mark their own exam.\n${remedy}`
		);
	}
	if (new Set(secret).size < VARIETY) {
		throw new UnsoundSecret(
			`${name} repeats the same few characters; at least ${VARIETY} different ones are needed, or somebody can guess it.\n${remedy}`
		);
	}
}

function keptIn(folder: string): FoundSecret {
	const file = join(folder, 'secret');
	const found = read(file);
	if (found === undefined) return make(folder, file, []);
	if (found === '') {
		rmSync(file, { force: true });
		return make(folder, file, [
			`The secret in ${file} was empty, so a new one was made. An exam that was begun before cannot be handed in any more.`
		]);
	}
	refuseWeak(
		found,
		`The secret in ${file}`,
		'Put back the file as it was; or delete it, and a new one is made, with which exams that were begun before cannot be handed in.'
	);
	return { secret: found, notes: [...closeToOthers(file), ...cut(found, file)] };
}

/** What the file holds, trimmed; undefined when there is none. */
function read(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8').trim();
	} catch (error) {
		const code = codeOf(error);
		if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
		throw new UnsoundSecret(
			`The secret in ${file} cannot be read (${code}).\nLet the user that runs the server read it, or move it away, and a new one is made.`
		);
	}
}

function make(folder: string, file: string, notes: string[]): FoundSecret {
	const fresh = randomBytes(SECRET_LENGTH).toString('base64url');
	try {
		makeFolders(folder);
		return { secret: publish(file, fresh) ? fresh : (read(file) ?? fresh), notes };
	} catch (error) {
		const lasts = `The secret that signs exams cannot be kept in ${folder} (${codeOf(error)}), so it lasts until this server stops; an exam that is going on then cannot be handed in any more.\nLet the server write there, name another folder in DATA, or give it a SECRET.`;
		return { secret: fresh, notes: [...notes, lasts] };
	}
}

/**
 * Writes the whole secret or nothing, even if the power fails, and never over an existing one.
 *
 * @returns false when another process has just made one
 */
function publish(file: string, secret: string): boolean {
	const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
	try {
		const descriptor = openSync(draft, 'wx', 0o600);
		try {
			writeFileSync(descriptor, secret);
			fsyncSync(descriptor);
		} finally {
			closeSync(descriptor);
		}
		linkOrRename(draft, file);
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw error;
	} finally {
		rmSync(draft, { force: true });
	}
}

function linkOrRename(draft: string, file: string): void {
	try {
		linkSync(draft, file);
	} catch (error) {
		// A memory card or a network drive may not support hard links.
		if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EMLINK', 'EINVAL'].includes(codeOf(error))) throw error;
		renameSync(draft, file);
	}
}

/** Says that a secret looks like the beginning of one made here. Somebody may have written it so, and then it is as good. */
function cut(secret: string, file: string): string[] {
	if (secret.length >= MADE_LENGTH || !/^[\w-]+$/.test(secret) || /^[\da-f]+$/i.test(secret)) return [];
	return [
		`The secret in ${file} has ${secret.length} characters, and one that is made here has ${MADE_LENGTH}.\nIf the file was cut, put it back as it was: an exam that was begun before cannot be handed in with it. If somebody wrote it so, all is well.`
	];
}

/** Lets only the owner read the file. Windows has no such permissions, and its modes mean nothing. */
function closeToOthers(file: string): string[] {
	const mode = statSync(file).mode & 0o777;
	if (process.platform === 'win32' || (mode & 0o077) === 0) return [];
	const open = `Others on this machine could read the secret in ${file} (its mode was ${mode.toString(8)})`;
	const replace = 'If somebody may have, delete the file, and a new one is made at the next start.';
	try {
		chmodSync(file, 0o600);
		return [`${open}; now only its owner can. ${replace}`];
	} catch (error) {
		return [
			`${open}, and that cannot be changed here (${codeOf(error)}). Run: chmod 600 ${file}\n${replace}`
		];
	}
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
