/** The name of the database in which a browser keeps attempts. */
export const DATABASE = 'five-points';
