import { readdirSync, readFile } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';

import { answerOf, type Answer, type Encoding } from './answer.ts';

/** The types of the files that a build has. */
const TYPES: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/vnd.microsoft.icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.mjs': 'text/javascript; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2'
};

const SUFFIXES: [Encoding, string][] = [
	['br', '.br'],
	['gzip', '.gz']
];

const YEAR = 31_536_000;

/** A file of the build is gone, or cannot be read. */
export class UnreadableFile extends Error {
	override name = 'UnreadableFile';
}

/**
 * The public files of a build. Each is read whole when first asked for, and kept: a client that goes away
 * leaves nothing open, and a hundred clients open a file once.
 */
export class StaticFiles {
	readonly #folder: string;
	/** From the folder down, with a slash at the beginning. */
	readonly #names: ReadonlySet<string>;
	readonly #read = new Map<string, Promise<Answer>>();

	/** @param folder absolute path; files that do not exist now are not served */
	constructor(folder: string) {
		this.#folder = folder;
		const found = readdirSync(folder, { recursive: true, withFileTypes: true });
		this.#names = new Set(
			found
				.filter((entry) => entry.isFile())
				.map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll(sep, '/'))
				.filter((name) => !/(^|\/)\./.test(name))
		);
	}

	/** The name of the file that a decoded path asks for; undefined when there is none. */
	nameOf(path: string): string | undefined {
		const name = path.replace(/(?<=.)\/$/, '');
		return this.#names.has(name) ? name : undefined;
	}

	/**
	 * @param name as {@link nameOf} gives it
	 * @throws {UnreadableFile} when it is no longer there, or cannot be read; it is tried again the next time
	 */
	read(name: string): Promise<Answer> {
		const answer = this.#read.get(name) ?? this.#load(name);
		this.#read.set(name, answer);
		answer.catch(() => this.#read.delete(name));
		return answer;
	}

	async #load(name: string): Promise<Answer> {
		const bytes = (suffix: string) =>
			promisify(readFile)(join(this.#folder, name + suffix)).catch((error: unknown) => {
				throw new UnreadableFile(
					`This file of the app cannot be read (${String(error)}). If the app was rebuilt while it was being served, stop it and start it again.`
				);
			});
		const body = await bytes('');
		const encoded: [Encoding, Buffer][] = [];
		for (const [encoding, suffix] of SUFFIXES) {
			if (this.#names.has(name + suffix)) encoded.push([encoding, await bytes(suffix)]);
		}
		return answerOf({ body, headers: headersOf(name) }, encoded);
	}
}

/** Files whose name changes with their content: of the client, and of what other pages load of a quiz. */
const IMMUTABLE = /^\/(_app\/immutable\/|embed\/[\w-]+\/[\w-]+-[\w-]{8}\.js$)/;

function headersOf(name: string): Answer['headers'] {
	return {
		'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
		// Any other file is validated each time.
		'cache-control': IMMUTABLE.test(name) ? `public,max-age=${YEAR},immutable` : 'no-cache'
	};
}
