/** How hard the author thinks an item is: 1 easy, 2 middling, 3 hard. */
export const difficulties = [1, 2, 3] as const;
export type Difficulty = (typeof difficulties)[number];
