/** Whether keys of one letter, sign or digit are commands on this page: its reader may have switched them off in the settings. */
export function areLettersOn(): boolean {
	return document.documentElement.dataset['keys'] !== 'off';
}
