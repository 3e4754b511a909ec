// Loaded into a server before all else (`node --import`), so that a test can have an hour pass there: SIGUSR2.
const HOUR = 3_600_000;

const actual = Date.now;
let ahead = 0;
Date.now = () => actual() + ahead;
process.on('SIGUSR2', () => {
	ahead += HOUR;
	console.log('An hour has passed.');
});
