import type { ClassTables } from '../classes/tables.ts';
import type { SittingTables } from '../sittings/tables.ts';

/** All tables. A new store describes its tables beside its port, and makes them in a migration. */
export type Tables = SittingTables & ClassTables;
