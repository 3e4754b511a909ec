import type { IncomingMessage } from 'node:http';

import type { Denied } from '#lib/server/exam/exams.ts';
import type { Services } from '#lib/server/services.ts';
import type { Theme } from '#lib/store/reading-settings.ts';

import type { ExamPost } from './routes/[primer]/quiz/exam.server.ts';
import type { Posted } from './routes/[primer]/quiz/posted.server.ts';
import type { PageAlone } from './setup/pages-alone.js';

declare global {
	/** Names of chunks that are needed once the learner begins to answer, as `vite.config.ts` cuts them. */
	const CHUNKS_AHEAD: readonly string[];
	/** The pages that run without SvelteKit’s client, as `vite.config.ts` finds them. */
	const PAGES_ALONE: readonly PageAlone[];

	namespace App {
		interface Error {
			message: string;
			/** What the reader can do about it. */
			fix?: string;
		}
		interface PageData {
			/** The learner is in the middle of something: the page offers nothing else, such as a new version. */
			undisturbed?: boolean;
			/** The courses, for visitors who are lost; empty if not even their list is available. */
			primers?: { id: string; title: string; language: string }[];
		}
		interface Platform {
			/** The request as Node has it. */
			req: IncomingMessage;
		}
		interface Locals extends Services {
			/** The attempt that a form post has just carried. */
			posted?: Posted;
			/** The result of a form post to an exam. */
			exam?: ExamPost | Denied;
			/** The page stands in somebody else’s, which may have chosen whether it is light or dark. */
			embedded?: { theme: Theme | undefined };
			/** The query of the quiz that runs on the page, for what stands around it. */
			quiz?: string;
			/** How soon the page loads itself again where its script does not run, in seconds; null where it need not. */
			looksIn?: number | null;
		}
	}
}
