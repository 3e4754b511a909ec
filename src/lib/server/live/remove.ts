import type { LiveClass } from './live-class.ts';
import type { Live } from './live.ts';

/** Deletes a class with all that was answered in it, here and wherever else it is open. */
export async function removeClass(
	{ services }: Pick<Live, 'services'>,
	opened: LiveClass
): Promise<{ deleted: true }> {
	const { id } = opened.kept;
	await services.classes.remove(id);
	services.bus.tell({ classId: id, about: { type: 'log', upTo: Infinity } });
	opened.leave();
	return { deleted: true };
}
