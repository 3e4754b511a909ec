/** What may be wrong with an item. */
export const flawReasons = ['key', 'unclear', 'typo', 'outdated', 'other'] as const;
export type FlawReason = (typeof flawReasons)[number];
