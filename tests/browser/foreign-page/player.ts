/* What somebody else’s page loads of ours: the player alone, with the words of every language. */
export { mountQuiz } from '#lib/player/mount.ts';
