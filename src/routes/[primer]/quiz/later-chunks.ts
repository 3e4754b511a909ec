/** What is needed once the learner begins to answer, besides the views of other kinds, by the names of its chunks. */
export const laterChunkNames: readonly string[] = ['kinds', 'later', 'later-elsewhere', 'valibot'];
