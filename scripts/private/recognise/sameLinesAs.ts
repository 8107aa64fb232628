import type { Tab } from '../sources/source.ts'
import { normaliseHeader } from './normaliseHeader.ts'

/** The tabs of DrChrono's day sheet that hold the lines of its tab "All Data" once more, by kind. */
const kinds = ['debits', 'credits', 'adjustments', 'patient payments', 'summary'] as const

/** The tab of the same workbook that holds all lines of this one; null if it stands for itself. */
export function sameLinesAs(tab: Tab, all: readonly Tab[]): Tab | null {
  const beside = all.filter(({ workbook }) => workbook === tab.workbook)
  const nameOf = ({ name }: Tab): string => normaliseHeader(name)
  const whole = beside.find((one) => nameOf(one) === 'all data')
  const parts = beside.filter((one) => kinds.some((kind) => kind === nameOf(one)))
  return whole !== undefined && parts.length >= 2 && parts.includes(tab) ? whole : null
}
