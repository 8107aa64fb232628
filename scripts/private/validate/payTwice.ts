import { formatPeriod } from '../../../src/format/formatPeriod.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { RecognisedTab } from '../recognise/recognition.ts'
import { tabLabel } from '../recognise/tabLabel.ts'

/**
 * Notes on payroll tabs that pay the same people for the same days. They are not refused: somebody may be paid twice
 * for a day, by two sites or in two runs. Days are told as months, for owners read the note on a page.
 */
export async function payTwice(tabs: readonly RecognisedTab[], ledger: Ledger): Promise<string[]> {
  const isPay = ({ dataset }: RecognisedTab): boolean =>
    dataset === 'payroll' || dataset === 'payroll_summary'
  if (tabs.filter(isPay).length < 2) return []
  const labelOf = (order: number): string => {
    const found = tabs.find((one) => one.order === order)
    return found === undefined ? 'another tab' : tabLabel(found.tab)
  }
  const notes = (await ledger.payTwice())
    .map(({ tab, other, from, to }) => ({ names: [labelOf(tab), labelOf(other)], from, to }))
    // The parts of one report are one tab for people.
    .filter(({ names: [one, other] }) => one !== other)
    .map(
      ({ names: [one = '', other = ''], from, to }) =>
        `Payroll tabs ${one} and ${other} pay the same people for the same days (${formatPeriod({ from: from.slice(0, 7), to: to.slice(0, 7) })}): what both say counts twice. Leave one of them out, or keep its other periods alone.`,
    )
  return [...new Set(notes)]
}
