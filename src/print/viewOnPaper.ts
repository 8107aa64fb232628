import { filterDimensions, type Practice } from '../bundle/bundle.ts'
import { parseAddress } from '../bundle/parseAddress.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { printTexts } from '../texts/printTexts.ts'

/** The period and the filter of a page of numbers, from its address: "Oct 2026 · whole practice". */
export function viewOnPaper(search: string, practice: Practice): string {
  const { state } = parseAddress(search, practice)
  const filters = filterDimensions.flatMap((dimension) => {
    const value = state.filters[dimension]
    return value === undefined ? [] : [dimensionLabel(dimension, value, practice)]
  })
  return printTexts.head([formatPeriod(state.period), filters[0] ?? printTexts.wholePractice])
}
