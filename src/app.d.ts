import type { Posted } from './routes/[primer]/quiz/posted.server.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** What the reader can do about it. */
			fix?: string;
		}
		interface Locals {
			/** The attempt as a form post has just brought it along. */
			posted?: Posted;
		}
	}
}
