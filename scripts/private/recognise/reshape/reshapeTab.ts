import { presets } from '../../presets/presets.ts'
import type { Preset } from '../../presets/preset.ts'
import type { Row, Tab } from '../../sources/source.ts'
import { headerKey } from '../normaliseHeader.ts'
import { tabLabel } from '../tabLabel.ts'
import { joinSections } from './joinSections.ts'
import type { Reshaped } from './reshaped.ts'
import { turnAround } from './turnAround.ts'

/**
 * A report whose table has to be made of sections, or turned around, before it can be recognised; null for every other tab. Such
 * reports are short, and read whole.
 */
export async function reshapeTab(
  tab: Tab,
  firstRows: readonly Row[],
): Promise<{ readonly tab: Tab; readonly reshaped: Reshaped } | null> {
  const titles = new Set(firstRows.map(titleOf))
  const all: readonly Preset[] = presets
  for (const { reshape, system, report } of all) {
    if (reshape === undefined || !titles.has(headerKey(reshape.title))) continue
    const rows: Row[] = []
    for await (const batch of tab.rows()) rows.push(...batch)
    const named = `Tab ${tabLabel(tab)}, read as ${system} ${report}`
    const reshaped =
      reshape.kind === 'sections' ? joinSections(rows, reshape, named) : turnAround(rows, reshape, named)
    if (reshaped) return { tab: { ...tab, merges: [], ...readAgain(reshaped) }, reshaped }
  }
  return null
}

function readAgain(reshaped: Reshaped): Pick<Tab, 'rows' | 'origin'> {
  async function* batches(): AsyncGenerator<readonly Row[]> {
    await Promise.resolve()
    yield reshaped.rows
  }
  return { rows: batches, origin: (row, column) => reshaped.origin(row, column) }
}

/** The text of a row's first filled cell, if it is text. */
function titleOf(row: Row): string {
  const cell = row.find((one) => one !== null && one !== '')
  return typeof cell === 'string' ? headerKey(cell) : ''
}
