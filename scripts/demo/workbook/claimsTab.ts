import type { ClaimLine } from '../claims.ts'
import { date, money, number, text, type DemoCell } from './cells.ts'
import { addFooter, addRow, addTotal, startSheet, type Headers, type SheetDraft } from './sheetDraft.ts'
import { dateStyleOf, moneyStyleOf, spellPayer } from './spelling.ts'

const headers: Headers = {
  claim_id: 'Claim No',
  patient_key: 'Patient Acct No',
  service_date: 'DOS',
  submitted_date: 'Date Submitted',
  clearinghouse_status: 'Clearinghouse',
  first_remit_date: 'First Remit',
  outcome: 'First Outcome',
  charge_amount: 'Total Charges',
  paid_amount: 'Payer Paid',
  payer: 'Payer Name',
  denial_category: 'Denial Reason',
  appeal_date: 'Appeal Sent',
  resolved_date: 'Date Resolved',
  resolution: 'Denial Outcome',
  touches: 'Touch Count',
}

const outcomes = { paid: 'Paid in full', partial: 'Partially paid', denied: 'Denied', pending: 'In process' }

const resolutions = {
  overturned: 'Paid on appeal',
  written_off: 'Write-off',
  patient: 'Patient responsibility',
}

/** How the billing system words a remittance code. */
const reasons: Readonly<Record<string, string>> = {
  '197': 'No prior auth',
  '29': 'CO-29',
  '16': 'CO-16',
  '18': 'Duplicate claim',
  B7: 'Prov not credentialed',
  '252': 'Records requested',
  '96': 'Non-covered',
}

/** The Claims tab: the status of every claim sent since the clearinghouse changed. */
export function claimsTab(claims: readonly ClaimLine[]): SheetDraft {
  const sheet = startSheet(
    'Claims',
    ['Claim status report', 'from the clearinghouse, since July 2025'],
    headers,
  )
  claims.forEach((claim, index) => {
    const { payer } = claim.charge
    addRow(sheet, claimRow(claim, index), {
      cents: claim.cents,
      unmapped: payer.class === 'unmapped' ? [`payer: ${payer.name}`] : [],
    })
  })
  const cents = claims.reduce((sum, claim) => sum + claim.cents, 0)
  addTotal(sheet, headers, { label: 'Report Totals', field: 'charge_amount', cents })
  addFooter(sheet, 'Printed 11/1/2026 8:16 AM')
  return sheet
}

function claimRow(claim: ClaimLine, index: number): readonly DemoCell[] {
  const style = dateStyleOf(claim.submittedDay)
  return [
    text(claim.id),
    text(claim.charge.patientKey),
    date(claim.charge.serviceDay, style),
    date(claim.submittedDay, style),
    text(claim.isRejected ? 'Rejected' : 'Accepted'),
    date(claim.remitDay, style),
    text(outcomes[claim.outcome]),
    money(claim.cents, moneyStyleOf(claim.submittedDay)),
    money(claim.paidCents === 0 ? null : claim.paidCents, moneyStyleOf(claim.submittedDay)),
    text(spellPayer(claim.charge.payer, index)),
    text(claim.carc === null ? null : (reasons[claim.carc] ?? claim.carc)),
    date(claim.appealDay, style),
    date(claim.resolvedDay, style),
    text(claim.resolution === null ? null : resolutions[claim.resolution]),
    number(claim.touches === 0 ? null : claim.touches),
  ]
}
