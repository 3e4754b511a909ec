import { Scorm12API, Scorm2004API } from 'scorm-again';

import { lmsOf } from './lms.ts';
import { scorm12, scorm2004, type Version } from './version.ts';

/** What a platform has kept, as JSON: what its run-time writes and reads again. */
type Kept = Record<string, unknown>;

/** A platform with SCORM that outlives its launches: scorm-again for the run-time, and a server that can be away. */
export class StagedLms {
	readonly version: Version;
	/** Whether the server answers. */
	isUp = true;
	/** Whether its page says that all is kept before its server has answered. */
	isHasty = false;
	/** What the server has. */
	kept: Kept | undefined;
	/** How often it was asked to keep something. */
	commits = 0;
	/** What the page of the platform was told, and how it answered; since its last launch. */
	calls: { call: string; parameters: string[]; answer: string }[] = [];
	/** What it says before an attempt begins. */
	readonly #beforehand: readonly (readonly [string, string])[];
	#api: Scorm12API | Scorm2004API | undefined;

	constructor(version: '1.2' | '2004', beforehand: readonly (readonly [string, string])[] = []) {
		this.version = version === '1.2' ? scorm12 : scorm2004;
		this.#beforehand = beforehand;
	}

	/** Opens the platform’s page anew: its API as a package finds it. */
	launch(): object {
		const settings = { logLevel: 5 as const, autocommit: false, lmsCommitUrl: 'https://platform.example/' };
		const http = {
			updateSettings: () => undefined,
			processHttpRequest: () => {
				this.commits += 1;
				if (!this.isUp && this.isHasty) return { result: 'true', errorCode: 0 };
				if (!this.isUp) return { result: 'false', errorCode: this.version === scorm12 ? 101 : 391 };
				this.kept = this.#now();
				return { result: 'true', errorCode: 0 };
			}
		};
		const api = this.version === scorm12 ? new Scorm12API(settings, http) : new Scorm2004API(settings, http);
		this.#api = api;
		this.calls = [];
		if (this.kept) api.loadFromJSON(this.kept, '');
		for (const [element, value] of this.#beforehand) api.loadFromFlattenedJSON({ [element]: value }, '');
		return new Proxy(api, {
			get: (target, name) => {
				const method: unknown = Reflect.get(target, name);
				if (typeof method !== 'function') return method;
				return (...parameters: string[]): unknown => {
					const answer: unknown = Reflect.apply(method, target, parameters);
					this.calls.push({ call: String(name), parameters, answer: String(answer) });
					return answer;
				};
			}
		});
	}

	/** The same, with its calls by our names. */
	open() {
		return lmsOf(this.launch(), this.version.api);
	}

	/** The value of an element, as the server has it. */
	value(element: string): unknown {
		return element
			.split('.')
			.reduce<unknown>(
				(data, key) => (typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined),
				this.kept
			);
	}

	/** All interactions, as the server has them. */
	interactions(): Record<string, unknown>[] {
		const list = this.value('cmi.interactions');
		const children: unknown = typeof list === 'object' && list !== null ? list : {};
		return Object.values(children as object).filter(
			(one): one is Record<string, unknown> => typeof one === 'object' && one !== null && 'id' in one
		);
	}

	#now(): Kept {
		const rendered: unknown = this.#api?.renderCommitCMI(false);
		return JSON.parse(JSON.stringify(rendered)) as Kept;
	}
}
