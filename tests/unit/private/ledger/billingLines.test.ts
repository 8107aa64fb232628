import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  lineKinds,
  type BillingLines,
  type Ledger,
  type PersonRows,
} from '../../../../scripts/private/ledger/ledger.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { addedSums } from './addedSums.ts'
import { arbitraryTabs } from './arbitraryTabs.ts'
import { withCubes } from './cubeRows.ts'

const cut = ['provider', 'location', 'payer'] as const
const withAge = [...cut, 'age_bucket'] as const
const ages = ['0-30', '31-60', '61-90', '91-120', '121+']

function ofFact(rows: PersonRows, measure: string, isByPerson = true): [string, number][] {
  return addedSums(
    [...(rows.measures[measure] ?? [])].map((cents, row) => {
      const month = rows.monthNames[rows.month[row] ?? -1]?.slice(0, 7)
      const values = rows.values.map(({ names, codes }) => names[codes[row] ?? -1])
      return [[month, ...values, ...(isByPerson ? [rows.person[row]] : [])], cents]
    }),
  )
}

type Kind = (typeof lineKinds)[number]

function ofLines(lines: BillingLines, kinds: readonly Kind[], date: 'served' | 'posted'): [string, number][] {
  const own = [...lines.cents.keys()].filter(
    (line) => kinds.includes(kindOf(lines, line)) && (lines[date][line] ?? -1) >= 0,
  )
  return addedSums(
    own.map((line) => [
      [
        lines.monthNames[lines[date][line] ?? -1],
        // Sums by month of service are of the whole practice.
        ...(date === 'served' ? [] : valuesOf(lines, line)),
        Math.max(-1, lines.person[line] ?? -1),
      ],
      lines.cents[line] ?? 0,
    ]),
  )
}

function kindOf({ kind }: BillingLines, line: number): Kind {
  return lineKinds[kind[line] ?? -1] ?? 'charge'
}

function valuesOf(
  { cut: dimensions, values }: Pick<BillingLines, 'cut' | 'values'>,
  line: number,
): unknown[] {
  return cut.map((name) => {
    const column = values[dimensions.indexOf(name)]
    return column?.names[column.codes[line] ?? -1]
  })
}

/** An open item is its earliest line's patient's, whatever its other lines say: by value only. Balances at every month's end in which some are open, as the lines tell them. */
function balances(
  { lines, receivables }: { readonly lines: BillingLines; readonly receivables: PersonRows },
  isPart: (line: number, month: number) => boolean,
): [string, number][] {
  const open = [...lines.monthNames.entries()].filter(([, name]) =>
    receivables.monthNames.some((month) => month.startsWith(name)),
  )
  const rows = open.flatMap(([month, name]) =>
    [...lines.cents.keys()]
      .filter((line) => (lines.posted[line] ?? 0) <= month && isPart(line, month))
      .map((line): [unknown[], number] => {
        const age = ages[lines.older.filter((since) => (since[line] ?? 0) <= month).length]
        const cents = lines.cents[line] ?? 0
        const place = [name, ...valuesOf(lines.item, line), age]
        return [place, kindOf(lines, line) === 'charge' ? cents : -cents]
      }),
  )
  return addedSums(rows)
}

async function everyWay(ledger: Ledger): Promise<void> {
  const lines = await ledger.billingLines()
  const charges = await ledger.people(facts.charges, cut)
  const production = await ledger.people(facts.production, [])
  const transactions = await ledger.people(facts.transactions, cut)
  const receivables = await ledger.people(facts.receivables, withAge)
  expect(ofLines(lines, ['charge'], 'posted')).toEqual(ofFact(charges, 'charge_cents'))
  expect(ofLines(lines, ['charge'], 'served')).toEqual(ofFact(production, 'charge_cents'))
  expect(ofLines(lines, ['payment'], 'served')).toEqual(ofFact(production, 'matched_payment_cents'))
  expect(ofLines(lines, ['contractual'], 'served')).toEqual(ofFact(production, 'matched_contractual_cents'))
  expect(ofLines(lines, ['payment'], 'posted')).toEqual(ofFact(transactions, 'net_payment_cents'))
  const ofPart = (least: number): BillingLines => ({
    ...lines,
    kind: Int32Array.from(lines.kind, (kind, line) => ((lines.part[line] ?? 0) < least ? -1 : kind)),
  })
  expect(ofLines(ofPart(1), ['payment'], 'posted')).toEqual(ofFact(transactions, 'patient_payment_cents'))
  expect(ofLines(ofPart(2), ['payment'], 'posted')).toEqual(ofFact(transactions, 'same_day_payment_cents'))
  expect(ofLines(lines, ['contractual'], 'posted')).toEqual(ofFact(transactions, 'contractual_cents'))
  expect(ofLines(lines, ['other'], 'posted')).toEqual(ofFact(transactions, 'other_adjustment_cents'))
  expect(balances({ lines, receivables }, () => true)).toEqual(ofFact(receivables, 'balance_cents', false))
  expect(balances({ lines, receivables }, (line, month) => (lines.older[2]?.[line] ?? 0) <= month)).toEqual(
    ofFact(receivables, 'over_90_cents', false),
  )
  expect(balances({ lines, receivables }, (line, month) => (lines.patients[line] ?? 0) <= month)).toEqual(
    ofFact(receivables, 'patient_cents', false),
  )
}

describe('lines of charges, payments and adjustments', () => {
  it('add up to what every published fact of money is made of, flows person by person', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTabs, async (tabs) => {
        await withCubes({ tabs }, everyWay)
      }),
      { numRuns: 10, endOnFailure: true },
    )
  })

  it('are read after the sums', async () => {
    const ledger = await openLedger({ threads: 1 })
    await expect(ledger.billingLines()).rejects.toThrow('reading lines of charges and payments before cubes')
    await ledger.close()
  })
})
