import type { Account, Health, TabHealth } from '../../src/bundle/bundle.ts'
import { publishedNames, type TabName } from './publishedNames.ts'

/** So many rows, at least, must stand behind an amount: three times the eleven people of a published cell. */
const fewestRows = 33

/**
 * The data's health as a real practice publishes it: files and tabs not by names that may be a person's, no amount
 * that a few rows make up (a single rejected row's is somebody's bill, or pay), of the newest row its month (its day
 * may be one patient's). The run's log and the status workbook have the whole.
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
      workbook: published.workbook(tab.workbook),
      tab: published.tab({ workbook: tab.workbook, name: tab.tab }),
      cents: hasManyRows(tab) ? tab.cents : null,
      newest: monthOf(tab.newest, asOf),
    })),
    rejected: health.rejected.map((one) => ({ ...one, tab: tabOf(one.tab) })),
    unmapped: health.unmapped.map((one) => ({
      ...one,
      cents: one.rows < fewestRows ? null : one.cents,
    })),
    warnings: [...notes.filter((note) => note !== null), ...untoldNote(untold)],
  }
}

/** Whether no part of a tab's amounts comes from a few rows: from the others it could be taken off. */
function hasManyRows({ rows }: TabHealth): boolean {
  const parts: readonly (keyof Account)[] = ['included', 'quarantined', 'duplicates', 'outOfScope']
  return parts.every((part) => rows[part] === 0 || rows[part] >= fewestRows)
}

/** A month up to that of the as-of date: what lies beyond it is one appointment. */
function monthOf(newest: string | null, asOf: string): string | null {
  if (newest === null) return null
  return (newest > asOf ? asOf : newest).slice(0, 'yyyy-mm'.length)
}

function untoldNote(count: number): string[] {
  if (count === 0) return []
  const notes = count === 1 ? '1 more note names' : `${String(count)} more notes name`
  return [`${notes} a file or a tab, and can be read in the log of the sync.`]
}
