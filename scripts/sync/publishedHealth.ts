import type { Health } from '../../src/bundle/bundle.ts'
import { publishedNames, type TabName } from './publishedNames.ts'

/**
 * The data's health as a real practice publishes it to its owners: every row and amount, which their spreadsheets tell
 * them anyway, but no amounts of tabs with pay, and files and tabs not by names that may be a person's, and of the newest row its month (its day may be
 * one patient's). Viewers get less still: `viewersHealth`. The list of notes and the status workbook have the names.
 */
export function publishedHealth(
  health: Health,
  { names, asOf }: { readonly names: readonly TabName[]; readonly asOf: string },
): Health {
  const published = publishedNames(names, health.tabs)
  // A rejected row's tab is named without its workbook.
  const tabOf = (name: string) =>
    published.tab(names.find((one) => one.name === name) ?? { workbook: '', name })
  const notes = health.warnings.map((text) => published.note(text))
  const untold = notes.filter((note) => note === null).length
  return {
    tabs: health.tabs.map((tab) => ({
      ...tab,
      cents: withPay.includes(tab.dataset) ? null : tab.cents,
      workbook: published.workbook(tab.workbook),
      tab: published.tab({ workbook: tab.workbook, name: tab.tab }),
      newest: monthOf(tab.newest, asOf),
    })),
    rejected: health.rejected.map((one) => ({ ...one, tab: tabOf(one.tab) })),
    unmapped: health.unmapped.map((one) => (withPay.includes(one.dataset) ? { ...one, cents: null } : one)),
    warnings: [...notes.filter((note) => note !== null), ...untoldNote(untold)],
  }
}

/** Their amounts less what is published of staff cost and expenses would be the pay of providers and owners. */
const withPay: readonly string[] = ['payroll', 'payroll_summary', 'expenses']

/** A month up to that of the as-of date: what lies beyond it is one appointment. */
function monthOf(newest: string | null, asOf: string): string | null {
  if (newest === null) return null
  return (newest > asOf ? asOf : newest).slice(0, 'yyyy-mm'.length)
}

function untoldNote(count: number): string[] {
  if (count === 0) return []
  const notes = count === 1 ? '1 more note names' : `${String(count)} more notes name`
  return [`${notes} a file or a tab, and can be read in the list of notes beside the bundle.`]
}
