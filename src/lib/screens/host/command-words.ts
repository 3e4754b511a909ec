import * as m from '#lib/paraglide/messages.js';

import { STEP, type CommandName } from './commands.ts';

/** What each command says on its button, and beside its key. */
export const commandWords: Record<CommandName, () => string> = {
	begin: m.host_begin,
	open: m.host_open_now,
	close: m.host_close,
	more: () => m.host_more_time({ seconds: STEP }),
	less: () => m.host_less_time({ seconds: STEP }),
	discuss: m.host_discuss,
	'ask-again': m.host_ask_again,
	reveal: m.host_reveal,
	standings: m.host_standings,
	next: m.host_next,
	back: m.host_back,
	skip: m.host_skip,
	pause: m.host_pause,
	resume: m.host_resume,
	lock: m.host_lock,
	unlock: m.host_unlock,
	end: m.host_end
};
