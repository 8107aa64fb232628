/**
 * The DuckDB inside each pinned package. They differ, so the SQL of `queries` keeps to what both
 * understand without extensions; a test compares these with what the engines report.
 */
export const engineVersions = { native: 'v1.5.6', browser: 'v1.4.3' } as const
