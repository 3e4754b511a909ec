// Loaded into a server before all else (`node --import`), so that a test can fill its disk and make room again: SIGUSR2. No
// file system is needed that only the superuser could make: the database itself is not to grow beyond what it has, and
// SQLite says then what it says of a full disk.
import { syncBuiltinESMExports } from 'node:module';

// Imported, it could not be changed.
const sqlite = process.getBuiltinModule('node:sqlite');
const { DatabaseSync } = sqlite;
const opened = new Set();
let isFull = false;

sqlite.DatabaseSync = class extends DatabaseSync {
	/** @param {ConstructorParameters<typeof DatabaseSync>} given */
	constructor(...given) {
		super(...given);
		opened.add(this);
	}
};
syncBuiltinESMExports();

process.on('SIGUSR2', () => {
	isFull = !isFull;
	for (const database of opened)
		if (database.isOpen) database.exec(`pragma max_page_count = ${isFull ? 1 : 1_000_000}`);
	console.log(isFull ? 'The disk is full.' : 'There is room again.');
});
