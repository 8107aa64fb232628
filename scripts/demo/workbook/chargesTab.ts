import { monthOf } from '../calendar.ts'
import type { ChargeLine } from '../charges.ts'
import type { Mess } from '../mess.ts'
import { date, money, number, spoilt, text, yes, type DemoCell } from './cells.ts'
import {
  addBlank,
  addFooter,
  addRow,
  addTotal,
  repeatHeader,
  startSheet,
  withCell,
  type Headers,
  type SheetDraft,
} from './sheetDraft.ts'
import { dateStyleOf, moneyStyleOf, spellPayer, spellProvider } from './spelling.ts'
import { totalLabel } from './totalLabel.ts'

const headers: Headers = {
  charge_id: 'Charge No',
  encounter_id: 'Encounter Number',
  patient_key: 'Patient Acct No',
  is_test: 'Patient Name',
  service_date: 'DOS',
  post_date: 'Date Posted',
  rendering_provider: 'Rendering Provider Name',
  location: 'Facility Name',
  cpt: 'CPT Code',
  modifiers: 'Mod',
  units: 'Qty',
  charge_amount: 'Charge Amt',
  payer: 'Primary Insurance',
  is_void: 'Void',
}

/** The Charges tab: a total after every month, three days pasted twice after September 2026. */
export function chargesTab(charges: readonly ChargeLine[], mess: Mess): SheetDraft {
  const sheet = startSheet(
    'Charges',
    ['Riverbend Family & Specialty Care', 'Charge detail by posting date'],
    headers,
  )
  const bad = new Map(mess.bad.charges.map((row) => [row.row, row]))
  let month = ''
  let monthCents = 0
  let allCents = 0
  const closeMonth = (): void =>
    addTotal(sheet, headers, { label: totalLabel(month), field: 'charge_amount', cents: monthCents })
  charges.forEach((charge, index) => {
    const nextMonth = monthOf(charge.postDay)
    if (month !== '' && nextMonth !== month) {
      closeMonth()
      monthCents = 0
      if (nextMonth === '2026-10') pasteAgain(sheet, charges, mess)
      if (nextMonth.endsWith('-07')) repeatHeader(sheet, headers)
    }
    month = nextMonth
    const row = chargeRow(charge, index)
    const spoiltRow = bad.get(charge)
    const isAmountSpoilt = spoiltRow?.field === 'charge_amount'
    const cents = isAmountSpoilt ? 0 : charge.cents
    monthCents += cents
    allCents += cents
    if (spoiltRow !== undefined)
      addRow(sheet, withCell(headers, row, { field: spoiltRow.field, cell: spoilt(spoiltRow.cell) }), {
        cents,
        mark: 'quarantined',
      })
    else
      addRow(sheet, row, {
        cents,
        mark: charge.isTest ? 'testPatients' : null,
        unmapped: charge.payer.class === 'unmapped' ? [`payer: ${charge.payer.name}`] : [],
      })
  })
  closeMonth()
  addTotal(sheet, headers, { label: 'Report Totals', field: 'charge_amount', cents: allCents })
  addBlank(sheet)
  addFooter(sheet, 'Printed 11/1/2026 8:02 AM  Page 1 of 918')
  return sheet
}

function pasteAgain(sheet: SheetDraft, charges: readonly ChargeLine[], mess: Mess): void {
  const pasted = new Set(mess.repasted.charges)
  charges.forEach((charge, index) => {
    if (pasted.has(charge) && !charge.isTest)
      addRow(sheet, chargeRow(charge, index), { cents: charge.cents, mark: 'duplicates' })
  })
}

function chargeRow(charge: ChargeLine, index: number): readonly DemoCell[] {
  const style = dateStyleOf(charge.postDay)
  return [
    text(charge.id),
    text(charge.encounter),
    text(charge.patientKey),
    text(charge.isTest ? 'Test, Patient' : null),
    date(charge.serviceDay, style),
    date(charge.postDay, style),
    text(spellProvider(charge.provider, index)),
    text(charge.site),
    text(charge.cpt),
    text(charge.modifier),
    number(charge.units),
    money(charge.cents, moneyStyleOf(charge.postDay)),
    text(spellPayer(charge.payer, index)),
    yes(charge.voids !== null),
  ]
}
