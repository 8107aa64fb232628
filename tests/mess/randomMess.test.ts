import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Account } from '../../src/bundle/bundle.ts'
import { cleanTable, providersTab, type CleanTable } from './cleanTables.ts'
import { takeInTabs, type TakenIn } from './takeIn.ts'
import {
  headerRowOf,
  rowsOf,
  transformations,
  untouched,
  type Fate,
  type MessyTable,
} from './transformations.ts'

const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(transformations)), fc.nat({ max: 9999 })), {
  maxLength: 8,
})

/** Runs a case and says in a few words what is wrong; null is nothing. Never tells a cell. */
async function faultOf(clean: CleanTable, names: readonly (readonly [string, number])[]) {
  const table = untouched(clean)
  for (const [name, pick] of names) transformations[name]?.(table, pick)
  const taken = await takeInTabs(
    { Providers: providersTab, [clean.tab]: rowsOf(table) },
    'limits: { rejected_share: 1 }',
  )
  if (taken.intake === null) return 'the run was refused'
  const health = taken.intake.health.tabs.find(({ dataset }) => dataset === clean.dataset)
  if (!health) return 'the tab was not recognised'
  if (health.headerRow !== headerRowOf(table)) return 'another row was taken for the header'
  return (
    wrongRows(health.rows, table) ??
    wrongCents(health.cents, clean) ??
    (await wrongValues(taken, clean)) ??
    wrongRejects(taken, table)
  )
}

function wrongRows(account: Account, { rows }: MessyTable): string | null {
  const fates: readonly Fate[] = ['included', 'quarantined', 'duplicates', 'blank', 'outOfScope']
  if (account.read !== rows.length) return 'not every row was read'
  const wrong = fates.find((fate) => account[fate] !== rows.filter((row) => row.fate === fate).length)
  return wrong === undefined ? null : `another number of rows is ${wrong}`
}

function wrongCents(cents: Account | null, { control, rows }: CleanTable): string | null {
  if (control === null) return cents === null ? null : 'cents where there are none'
  if (!cents) return 'no cents'
  const { read, included, quarantined, duplicates, blank, outOfScope } = cents
  if (read !== included + quarantined + duplicates + blank + outOfScope) return 'the cents do not add up'
  const expected = rows.reduce((sum, row) => sum + Number(row.expected[control]), 0)
  return included === expected ? null : 'other cents count'
}

async function wrongValues(taken: TakenIn, { dataset, id, rows }: CleanTable): Promise<string | null> {
  const read = await taken.rows(dataset)
  const byId = new Map(read.map((row) => [row[id], row]))
  for (const { expected } of rows) {
    const row = byId.get(expected[id])
    if (!row) return 'a row is missing'
    const field = Object.keys(expected).find((name) => row[name] !== expected[name])
    if (field !== undefined) return `another value of ${field}`
  }
  return null
}

function wrongRejects({ intake }: TakenIn, table: MessyTable): string | null {
  const first = headerRowOf(table) + 1
  const bad = table.rows.flatMap(({ fate }, index) => (fate === 'quarantined' ? [first + index] : []))
  const told = new Set(intake?.rejects.map(({ row }) => row))
  return told.size === bad.length && bad.every((row) => told.has(row))
    ? null
    : 'other rows are told as rejected'
}

it('comes back equal to the clean table, or accounted for row by row and cent by cent', async () => {
  const property = fc.asyncProperty(cleanTable, steps, async (clean, names) => {
    const fault = await faultOf(clean, names)
    if (fault !== null) throw new Error(fault)
  })
  const run = await fc.check(property, { numRuns: 1000 })
  // The counterexample holds a table: only its kinds of mess, fault and seed are told.
  const [clean, names] = run.counterexample ?? []
  const told = run.failed && {
    seed: run.seed,
    path: run.counterexamplePath,
    dataset: clean?.dataset,
    mess: names?.map(([name]) => name),
    fault:
      clean && names && (await faultOf(clean, names).catch((error: unknown) => String(error).slice(0, 200))),
  }
  expect(told).toBe(false)
})
