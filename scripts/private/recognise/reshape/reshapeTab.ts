import { presets } from '../../presets/presets.ts'
import type { Preset } from '../../presets/preset.ts'
import type { Row, Tab } from '../../sources/source.ts'
import { textOf } from '../../sources/isFilled.ts'
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
  // A title may stand beside the day of printing.
  const titles = new Set(firstRows.flat().map((cell) => headerKey(textOf(cell))))
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
