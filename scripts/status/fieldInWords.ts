import { dataHeaders } from '../template/dataHeaders.ts'

/**
 * A field as the template heads its column, `Service Date`; one that the template leaves out, or of a tab of which
 * the dataset is not known, by its own name.
 */
export function fieldInWords(dataset: string | null, field: string): string {
  const headers = dataHeaders.find((tab) => tab.dataset === dataset)?.headers
  return headers?.[field] ?? plain(field)
}

/** `adj_category` as `Adj category`. */
function plain(field: string): string {
  const words = field.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
