/**
 * The name of the file, in the folder of a course or of a translation, that lists what learners may type. The checker
 * alone reads it: it holds no items.
 */
export const ANSWERS_FILE = 'answers.yaml';
