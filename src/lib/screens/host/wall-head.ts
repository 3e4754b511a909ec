import type { PrimerHead } from '#lib/bank/primer-head.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';

/** What a host’s page knows of its class from the beginning. */
export interface WallHead {
	id: string;
	code: string;
	setup: ClassSetup;
	primer: PrimerHead;
	/** How long a class is kept after its end, in days. */
	keepDays: number;
	/** Whether the page is at an address that only this machine finds, and at which one others may find it, as a guess. */
	reach: { isHereAlone: boolean; network: string | null };
}

/** Where things of a class are: whole addresses, in the language of the page. */
export interface WallAddresses {
	/** Where a pupil types the code. */
	join: string;
	/** Where the code for cameras leads. */
	joinCode: string;
	/** The page of the host, with the key that lets another device take the class over. */
	host: string;
	/** The same for the remote control. */
	remote: string;
	report: string;
	/** Where the next class is set up with the same items. */
	again: string;
	/** Where classes are set up. */
	setUp: string;
}
