import type { Item, ItemView } from '#lib/bank/item.ts';
import type { Pictures } from '#lib/bank/pictures.ts';
import type { Fact } from '#lib/bank/primer.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import type { KindName } from '#lib/kinds/index.ts';
import { asShown, fromForm, loadedRun, loadedUnreadable } from '#lib/kinds/loaded.ts';
import type { Malformation, Score } from '#lib/kinds/score.ts';
import { loadedView, loadKinds } from '#lib/player/kinds/index.ts';
import type { KindView } from '#lib/player/kinds/kind-view.ts';

import type { Revealed } from '#lib/bank/revealed.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';

/** What a page holds of the items of its quiz: only views at first, and the items themselves once they may be known. */
export class QuizContents {
	readonly #data: QuizData;
	readonly #fetchItems: () => Promise<Revealed>;
	readonly #items = new Map<string, Item>();
	readonly #facts = new Map<string, Fact>();
	readonly #views = new Map<string, ItemView>();
	#pictures: Pictures = {};
	#isLoaded = false;

	/** @param fetchItems gets the items with their keys; it may fail, and can be called again */
	constructor(data: QuizData, fetchItems: () => Promise<Revealed>) {
		this.#data = data;
		this.#fetchItems = fetchItems;
		for (const view of data.views) this.#views.set(view.id, view);
		this.reveal(data);
	}

	/** Adds items with their keys. */
	reveal({ items, facts, pictures }: Revealed): void {
		this.#pictures = pictures;
		for (const item of items) this.#items.set(item.id, item);
		for (const fact of facts) this.#facts.set(fact.id, fact);
	}

	/**
	 * Gets the code for the kinds of the items, and the items with their keys, unless they are there or an exam
	 * withholds them.
	 *
	 * @throws if something cannot be fetched; calling again tries again
	 */
	async load(): Promise<void> {
		// Whether a response can be read follows from what is shown, even while the items are on their way.
		const isMissing = this.#data.sitting === null && this.isEmpty;
		const [revealed] = await Promise.all([isMissing ? this.#fetchItems() : undefined, this.#loadKinds()]);
		if (revealed) this.reveal(revealed);
		await this.#loadKinds();
		this.#isLoaded = true;
	}

	#loadKinds(): Promise<void> {
		return loadKinds(this.#data.form.items.flatMap((id) => this.#kindOf(id) ?? []));
	}

	/** What the page shows of an item; undefined while its kind is still loading. */
	view(id: string): { item: ItemView; View: KindView } | undefined {
		const kind = this.#kindOf(id);
		const View = kind && loadedView(kind);
		const item = this.#viewOf(id);
		return View && item && { item, View };
	}

	#viewOf(id: string): ItemView | undefined {
		const item = this.#items.get(id);
		const run = item && loadedRun(item);
		if (!this.#views.has(id) && run)
			this.#views.set(id, viewOf(item, run.publicView(orderOf(this.#data.form.seed, id))));
		return this.#views.get(id);
	}

	/** The item with its key; undefined while the key is on the server. */
	item(id: string): Item | undefined {
		return this.#items.get(id);
	}

	/** The facts that an item rests on, as far as they can be shown. */
	facts(id: string): Fact[] {
		return this.#items.get(id)?.facts.flatMap((fact) => this.#facts.get(fact) ?? []) ?? [];
	}

	/** The drawings of the primer, as far as they can be shown. */
	get pictures(): Pictures {
		return this.#pictures;
	}

	/** The point of an item; 0 is the primer as a whole. */
	pointOf = (id: string): number => (this.#items.get(id) ?? this.#views.get(id))?.point ?? 0;

	/** The language of an item: that of its primer, unless the item was not translated. */
	languageOf(id: string): string {
		return (this.#items.get(id) ?? this.#views.get(id))?.language ?? this.#data.language;
	}

	/** Whether the page holds no items with their keys. */
	get isEmpty(): boolean {
		return this.#items.size === 0;
	}

	/** Whether the page holds anything of an item. */
	isKnown(id: string): boolean {
		return this.#kindOf(id) !== undefined;
	}

	/** Whether the course has an item no longer, as far as the page knows: it has got all that there is. */
	isRemoved(id: string): boolean {
		return this.#isLoaded && !this.isKnown(id);
	}

	/** What an item shows before anything is given, if that is an answer already; null if it is none. */
	asShown(id: string): unknown {
		const view = this.#viewOf(id);
		return view ? asShown(view) : null;
	}

	/** Scores a response; undefined while the item or the code for its kind is not there. */
	score(id: string, response: unknown): Score | undefined {
		const item = this.#items.get(id);
		return item && loadedRun(item)?.score(response);
	}

	/** Why the response to an item cannot be read; null if it can, or while its kind is loading. */
	unreadable(id: string, response: unknown): Malformation | null {
		const view = this.#viewOf(id);
		return view ? loadedUnreadable(view, response) : null;
	}

	/** What a form holds for an item; null where nothing is given. */
	given(id: string, form: FormData): unknown {
		const kind = this.#kindOf(id);
		return kind ? fromForm(kind, form) : null;
	}

	#kindOf(id: string): KindName | undefined {
		return (this.#items.get(id) ?? this.#views.get(id))?.kind;
	}
}
