/**
 * By rate, the metric that says what it would be if every adjustment without a category were contractual. The rate itself
 * counts none of them so: it lies between the two. The matched rate has none of its own: `src/cubes/README.md` says why.
 */
export const otherBounds: Readonly<Record<string, string>> = {
  net_collection_rate_12m: 'net_collection_rate_12m_as_contractual',
}
