import type { DevicePlatform } from '../platform/device.ts';
import type { Platform } from '../platform/platform.ts';
import type { Player } from './load-player.ts';
import { localeOf } from './wanted-language.ts';

/** Who keeps an attempt. */
export interface Opened {
	platform: Platform & Pick<DevicePlatform, 'forget'>;
	/** Ends what belongs to it. */
	unwatch: () => void;
	/** What of its attributes could not be used. */
	notices: object[];
}

/**
 * Opens what keeps the attempt of an element: the device, and a store of statements if the element names one.
 *
 * @param root where it is shown above the quiz how the attempt is kept
 * @param opening `language`: that of the questions, as a tag; `comeBack`: begins again, when the page comes back after its
 * session with the store was closed
 */
export async function openPlatform(
	element: Element,
	root: ShadowRoot,
	{
		player,
		device,
		language,
		comeBack
	}: { player: Player; device: DevicePlatform; language: string; comeBack: () => void }
): Promise<Opened> {
	if (!element.hasAttribute('endpoint')) return { platform: device, unwatch: () => {}, notices: [] };
	const { storeOf, showKeeping } = await player.loadStores();
	const store = storeOf(element, device, language);
	if ('notice' in store) return { platform: device, unwatch: () => {}, notices: [store.notice] };
	const { platform } = store;
	const hide = showKeeping(root, platform, localeOf(language));
	const leave = (): void => platform.leave();
	// A session that was closed does not open again, though the page comes back.
	const show = ({ persisted }: PageTransitionEvent): void => {
		if (persisted) comeBack();
	};
	addEventListener('pagehide', leave);
	addEventListener('pageshow', show);
	const unwatch = (): void => {
		removeEventListener('pagehide', leave);
		removeEventListener('pageshow', show);
		hide();
		leave();
	};
	return { platform, unwatch, notices: [] };
}
