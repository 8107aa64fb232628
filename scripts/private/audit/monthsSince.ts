import { monthIndex } from '../../../src/periods/month.ts'
import type { LineClasses } from './lineClasses.ts'

/**
 * By class, how many months after its month of service it was posted (below 0: before); `Infinity` for what has no month
 * of service, and so is in no sum by age.
 */
export function monthsSince({ lines, first }: LineClasses): Float64Array {
  const months = lines.monthNames.map((name) => monthIndex(name))
  return Float64Array.from(first, (line) => {
    const served = months[lines.served[line] ?? -1]
    const posted = months[lines.posted[line] ?? -1]
    return served === undefined || posted === undefined ? Infinity : posted - served
  })
}
