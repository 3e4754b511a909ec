/* What somebody else’s page loads from us: only the player, with the words of every language. */
export { mountQuiz } from '#lib/embed/mount.ts';
