/** The name of the database in which a browser keeps all that a learner has done. */
export const DATABASE = 'five-points';
