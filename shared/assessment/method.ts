/**
 * Version of the method behind every assessment: the same data give the same assessment as long as it stays. What
 * changed with each version stands in the method changelog, shared/statistics/CHANGELOG.md.
 */
export const methodVersion = 3
