import { definePreset } from './preset.ts'

/**
 * Remittances (X12 835) as `sources/x12` turns them into a tab: amounts are effects on A/R, reasons go through the
 * adjustment map.
 */
export const x12Remittance = definePreset({
  id: 'x12_remittance',
  system: 'X12 835',
  report: 'remittances',
  fingerprint: { all: ['Remittance Segment', 'Transaction ID', 'Effect on A/R'] },
  parts: [
    {
      name: 'transactions',
      dataset: 'transactions',
      columns: {
        txn_id: 'Transaction ID',
        claim_id: 'Claim ID',
        charge_id: 'Line Control Number',
        type: 'Transaction Type',
        post_date: 'Payment Date',
        service_date: 'Service Date',
        amount: 'Effect on A/R',
        payer: 'Payer',
        adj_category: 'Group and Reason Code',
        carc: 'Group and Reason Code',
        method: 'Method',
        check_ref: 'Trace Number',
      },
      amounts: 'effect',
    },
  ],
  caveats: [
    'Payments count on the day of the payment, not on the day on which somebody posted them',
    "what patients pay and what the practice writes off by itself is in none; leave out payments that the practice's own export holds too",
  ],
})
