/**
 * A header as people mean it: case, NBSP, line breaks, underscores, punctuation, CamelCase and doubled
 * spaces do not count; `#` is "no", `%` is "percent". `Appt_Date`, `APPT DATE` and `apptDate` agree.
 */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll('#', ' no ')
    .replaceAll('%', ' percent ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What headers are compared by: the normalised header without its spaces (`apptid` is `appt id`). */
export function headerKey(header: string): string {
  return normaliseHeader(header).replaceAll(' ', '')
}
