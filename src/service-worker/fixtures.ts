/** The part of a browser's caches that the worker uses, for tests. */
export class FakeCaches implements CacheStorage {
	readonly #all = new Map<string, FakeCache>();

	names(): string[] {
		return [...this.#all.keys()];
	}

	open(name: string): Promise<Cache> {
		const cache = this.#all.get(name) ?? new FakeCache();
		this.#all.set(name, cache);
		return Promise.resolve(cache);
	}

	async match(
		request: RequestInfo | URL,
		{ cacheName }: MultiCacheQueryOptions = {}
	): Promise<Response | undefined> {
		for (const [name, cache] of this.#all) {
			const found = cacheName === undefined || cacheName === name ? await cache.match(request) : undefined;
			if (found) return found;
		}
		return undefined;
	}

	has(name: string): Promise<boolean> {
		return Promise.resolve(this.#all.has(name));
	}

	keys(): Promise<string[]> {
		return Promise.resolve(this.names());
	}

	delete(name: string): Promise<boolean> {
		return Promise.resolve(this.#all.delete(name));
	}
}

class FakeCache implements Cache {
	readonly #kept = new Map<string, Response>();

	match(request: RequestInfo | URL): Promise<Response | undefined> {
		return Promise.resolve(this.#kept.get(keyOf(request))?.clone());
	}

	put(request: RequestInfo | URL, response: Response): Promise<void> {
		return Promise.resolve(void this.#kept.set(keyOf(request), response));
	}

	delete(request: RequestInfo | URL): Promise<boolean> {
		return Promise.resolve(this.#kept.delete(keyOf(request)));
	}

	keys = unused;
	matchAll = unused;
	add = unused;
	addAll = unused;
}

function keyOf(request: RequestInfo | URL): string {
	return request instanceof Request ? request.url : String(request);
}

function unused(): never {
	throw new Error('The worker does not use this.');
}
