import type { SittingTables } from '../sittings/tables.ts';

/** All tables. Whoever keeps something new describes its tables beside its port, and makes them in a migration. */
export type Tables = SittingTables;
