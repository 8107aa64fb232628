import type { AccessSample } from '../accessSamples.ts'
import { date, text } from './cells.ts'
import { addRow, startSheet, type SheetDraft } from './sheetDraft.ts'
import { dateStyleOf, spellProvider } from './spelling.ts'

/** The Access samples tab, as the front desk keeps it every Monday. */
export function accessSamplesTab(samples: readonly AccessSample[]): SheetDraft {
  const sheet = startSheet('Access samples', ['Next open slots, noted on Mondays at 8:00'], {
    sample_date: 'Noted On',
    provider: 'Provider Name',
    visit_type: 'Appt Type',
    next_date: 'Next Open',
    third_next_date: '3rd Next Open',
  })
  samples.forEach(({ day, provider, type, next, thirdNext }, index) => {
    const style = dateStyleOf(day)
    addRow(sheet, [
      date(day, style),
      text(spellProvider(provider, index)),
      text(type.raw),
      date(next, style),
      date(thirdNext, style),
    ])
  })
  return sheet
}
