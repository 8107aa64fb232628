import { describe, expect, it } from 'vitest'
import { ecwPayments } from '../../scripts/private/presets/ecwPayments.ts'
import { recogniseParts } from '../../scripts/private/recognise/recogniseParts.ts'
import { sampleSigns } from '../../scripts/private/validate/rows/sampleSigns.ts'
import { planTab } from '../../scripts/private/validate/rows/tabPlan.ts'
import { signRefusals } from '../../scripts/private/validate/signRefusals.ts'
import { emptyMaps } from '../../scripts/private/validate/values/ValueMaps.ts'
import { memorySource } from '../helpers/memorySource.ts'

const headers = ['Claim No', 'Service Date', 'Payment Posted Date', 'Payer Payment', 'Patient Payment']

/** Signs of a report of payments, whose preset says `payments: negative`. */
async function signsOf(payments: readonly number[], said?: 'positive' | 'negative') {
  const rows = [
    headers,
    ...payments.map((one, index) => [`C${String(index)}`, '1/5/26', '1/6/26', one, null]),
  ]
  const [tab] = await memorySource([{ name: 'Payments', rows }]).tabs()
  if (!tab) throw new Error('no tab')
  const [first, ...others] = ecwPayments.parts.map((part) => ({
    ...part,
    signs: { payments: 'negative' } as const,
  }))
  if (!first) throw new Error('no part')
  const preset = { ...ecwPayments, parts: [first, ...others] as const }
  const found = { preset, header: { row: 1, headers, merged: false } }
  const pin = said && { file: '*', preset: preset.id, constants: {}, signs: { payments: said } }
  const recognised = recogniseParts({ tab, order: 0, rows }, found, pin)
  if (recognised.kind === 'refused') throw new Error(recognised.errors.join())
  const plans = recognised.parts.map((part) => planTab(part, emptyMaps(), 'America/Chicago'))
  const signs = await sampleSigns(plans)
  return { effect: signs.effect('insurance_payment', -500), ...signRefusals(tab, signs) }
}

describe('a preset that says how payments stand', () => {
  it('is believed, however many reversals a short report holds', async () => {
    expect(await signsOf([-10, -20, -30])).toEqual({ effect: -500, refusals: [], warnings: [] })
    expect(await signsOf([10, 20])).toEqual({ effect: -500, refusals: [], warnings: [] })
  })

  it('is held against the rows', async () => {
    expect((await signsOf([10, 20, 30, 40, 50])).refusals).toHaveLength(1)
  })

  it('gives way to what the config says', async () => {
    expect(await signsOf([10, 20, 30, 40, 50], 'positive')).toEqual({
      effect: 500,
      refusals: [],
      warnings: [],
    })
  })
})
