import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import { sync } from '../../scripts/sync/sync.ts'
import { temporaryFolder } from '../helpers/syncFolder.ts'
import { testSealing } from '../helpers/testSealing.ts'
import { diceOf, type Dice } from '../privacy/dice.ts'
import { inventedConfig } from './inventedPractice.ts'

vi.mock('../../scripts/publish/prepareAnswers.ts', async (original) =>
  (await import('../helpers/answersOnce.ts')).answersOnce(original),
)

let root = ''

beforeAll(async () => (root = await temporaryFolder()))
afterAll(() => rm(root, { recursive: true, force: true }))

const headers =
  'Transaction ID,Charge ID,Type,DOS,Posted,Provider,Site,Amount,Adj Reason,Patient ID,Payer,Test Patient'
const types = [
  'Insurance payment',
  'Patient payment',
  'Adjustment',
  'Refund',
  'Denial',
  'Transfer',
  'Interest',
  'Capitation',
]
const reasons = ['Contractual', 'Write-off', 'Bad debt', '', 'Small balance']

const maps = `maps:
  transaction_type:
    Void: void_charge
    Transfer: transfer
    Capitation: capitation
    Interest: interest
    Denial: denial
    Refund: refund_patient
`

/** Days of 2026 from January first on. */
function dayOf(days: number): string {
  return new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)
}

interface Choices {
  readonly providers: readonly string[]
  readonly sites: readonly string[]
  readonly payers: readonly string[]
  readonly patients: number
}

/** A charge, and what becomes of it: paid late, early, in parts, by another payer, voided, for nobody, or not at all. */
function charge(dice: Dice, index: number, { providers, sites, payers, patients }: Choices): string[] {
  const served = dice.int(0, 302)
  const posted = served + (dice.chance(0.1) ? -dice.int(0, 39) : dice.int(0, 60))
  const cents = dice.chance(0.02) ? 999_999_999 : dice.int(0, 40_000)
  const [provider, site, payer] = [dice.pick(providers), dice.pick(sites), dice.pick(payers)]
  const somebody = (): string =>
    dice.chance(0.08) ? 'P1' : dice.chance(0.03) ? '' : `P${String(dice.int(0, patients))}`
  const patient = somebody()
  const test = dice.chance(0.03) ? 'Y' : 'N'
  const line = (id: string, of: string, what: string, day: number, amount: number, reason = ''): string => {
    const places = dice.chance(0.5) ? [provider, site] : [dice.pick(providers), dice.pick(sites)]
    const whose = dice.chance(0.5) ? [patient, payer] : [somebody(), dice.pick(payers)]
    const [days, money] = [[dayOf(served), dayOf(day)], (amount / 100).toFixed(2)]
    return [id, of, what, ...days, ...places, money, reason, ...whose, test].join(',')
  }
  const own = `C${String(index)}`
  const lines = dice.chance(0.96) ? [line(`T${String(index)}`, own, 'Charge', posted, cents)] : []
  if (dice.chance(0.08)) lines.push(line(`V${String(index)}`, own, 'Void', posted + dice.int(0, 60), -cents))
  for (let part = dice.int(0, 3); part > 0; part -= 1) {
    const what = dice.pick(types)
    const named = dice.chance(0.1) ? '' : dice.chance(0.05) ? `X${String(index)}` : own
    const sign = what === 'Refund' || dice.chance(0.05) ? 1 : -1
    const amount = sign * dice.int(0, cents)
    const reason = what === 'Adjustment' ? dice.pick(reasons) : ''
    lines.push(
      line(`L${String(index)}-${String(part)}`, named, what, posted + dice.int(-20, 180), amount, reason),
    )
  }
  return lines
}

/** A folder with the billing of a small practice that does everything there is to do, rarely. */
async function folderOf(seed: number): Promise<string> {
  const dice = diceOf(seed)
  const some = (names: readonly string[]): readonly string[] => names.slice(0, dice.int(1, names.length))
  const choices = {
    providers: some(['Ada Birch', 'Ben Cole', '', 'Other (merged)', 'none']),
    sites: some(['North', 'South', '', 'East']),
    payers: some(['Medicare', 'Aetna', 'Self Pay', '', 'Medicaid', 'Workers Comp']),
    patients: dice.int(8, 98),
  }
  const charges = Array.from({ length: dice.int(30, 430) }, (_, index) => charge(dice, index, choices))
  const folder = join(root, `practice-${String(seed)}`)
  await mkdir(folder)
  await writeFile(join(folder, 'billing.csv'), `${[headers, ...charges.flat()].join('\n')}\n`)
  return folder
}

const seeds = (process.env.ODD_PRACTICES ?? '0,1,5,9,30').split(',').map(Number)

it.each(seeds)('an honest small practice is published, however odd its billing: %i', async (seed) => {
  const { sealing } = await testSealing(join(root, `record-${String(seed)}`, 'readers-edition.pack'))
  const config = inventedConfig(maps)
  const given = { source: folderSource(await folderOf(seed)), config, asOf: config.as_of ?? '', sealing }
  const effects = { now: () => '2026-11-02T05:00:00.000Z', progress: () => undefined }
  const out = join(root, `out-${String(seed)}`)
  const { audit } = await sync({ ...given, out, project: root }, effects)
  expect(audit.findings).toEqual([])
  expect(audit.money).not.toBeNull()
})
