import { Fitting } from './fitting.ts';
import { posted, readCommand, type Command, type Told } from './messages.ts';

/** What a frame needs of its own window. */
export interface FrameWindow {
	/** The page around it; itself where there is none. */
	readonly parent: { postMessage: (message: unknown, to: string) => void };
	readonly innerWidth: number;
	readonly innerHeight: number;
	readonly location: Pick<Location, 'origin'> & { readonly ancestorOrigins?: ArrayLike<string> };
	readonly document: { readonly referrer: string };
	addEventListener(type: 'message', listener: (event: Arrived) => void): void;
	addEventListener(type: 'resize', listener: () => void): void;
}

/** A message that has come to a window. */
export interface Arrived {
	readonly data: unknown;
	readonly origin: string;
	readonly source: unknown;
}

/** The page around a frame. */
export interface PageAround {
	/** Tells it something. */
	tell: (told: Told) => void;
	/** Hears what it asks for; nobody else is heard. */
	hear: (obey: (command: Command) => void) => void;
	/** Tells it how high the frame is, now and whenever that changes. @param heightOf all that it shows, in CSS pixels */
	fit: (heightOf: () => number, watch: (look: () => void) => void) => void;
}

/**
 * The page around this frame; undefined where there is none. Which pages these may be is the server’s to say, and the
 * browser’s to hold (`frame-ancestors`): here it counts that a message comes from that page, and goes to no other.
 */
export function pageAround(here: FrameWindow): PageAround | undefined {
	const { parent } = here;
	if (Object.is(parent, here)) return undefined;
	const origin = originAround(here);
	// A page in a sandbox has an origin that cannot be named.
	const post = (message: object): void => parent.postMessage(message, origin ?? '*');
	return {
		tell: (told) => post(posted(told)),
		hear(obey) {
			here.addEventListener('message', ({ data, origin: from, source }) => {
				if (source !== parent || (origin !== undefined && from !== origin)) return;
				const command = readCommand(data);
				if (command) obey(command);
			});
		},
		fit(heightOf, watch) {
			const fitting = new Fitting();
			const look = (): void => {
				const seen = { content: heightOf(), width: here.innerWidth, height: here.innerHeight };
				const height = fitting.see(seen);
				if (height === undefined) return;
				post(posted<Told>({ type: 'height', height }));
				// What learning platforms hear, ours or not: 1EdTech’s proposal for LTI, and Canvas, which began it.
				post({ subject: 'lti.frameResize', height });
			};
			watch(look);
			here.addEventListener('resize', look);
			look();
		}
	};
}

/**
 * The origin of the page around a frame, as far as the browser says it: undefined if it does not, or if that page has
 * none that could be named. A frame that has loaded itself again comes from itself, which says nothing.
 */
function originAround({ location, document }: FrameWindow): string | undefined {
	const said = location.ancestorOrigins?.[0] ?? URL.parse(document.referrer)?.origin;
	if (said === undefined || said === 'null') return undefined;
	return location.ancestorOrigins || said !== location.origin ? said : undefined;
}
