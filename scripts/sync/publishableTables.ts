import { cubeName, type CubeTable, type Fact } from '../../src/cubes/cube.ts'
import { facts, type FactName } from '../../src/cubes/facts.ts'
import { readCube } from '../../src/db/readCube.ts'
import { SyncError } from '../errors/SyncError.ts'
import { audit } from '../private/audit/audit.ts'
import type { AuditReport, Finding } from '../private/audit/auditReport.ts'
import type { Vocabulary } from '../private/audit/checkSchema.ts'
import { monthsOfQuarter, quarterOf } from '../private/gate/calendar.ts'
import { cellKey } from '../private/gate/cellsOf.ts'
import { wholeKey } from '../private/gate/decideWhole.ts'
import { anyKey, gate, type MergeRequest } from '../private/gate/gate.ts'
import { findUnnamed, tableWithoutNames, withoutNames } from '../private/gate/unnamedValues.ts'
import type { PersonRows } from '../private/ledger/ledger.ts'
import { encodeCube } from '../publish/encodeCube.ts'

export interface PublishableOptions {
  /** Civil date up to which rows count. */
  readonly asOf: string
  /** The ledger's sums, before the gate. */
  readonly tables: readonly CubeTable[]
  readonly people: (fact: Fact, cut: Fact['cuts'][number]) => Promise<PersonRows>
  /** The texts that may be published. */
  readonly vocabulary: Vocabulary
}

/** Tables that the audit has nothing against, as they are read back from their bytes, and its report. */
export interface PublishableTables {
  readonly tables: readonly CubeTable[]
  readonly report: AuditReport
}

/** The audit names what to merge; each round may bring others to light. */
const rounds = 12

/**
 * Passes the ledger's sums through the gate and has the audit read the written bytes back. What the audit
 * finds derivable from several tables is merged and audited again; what it cannot name, or what is left at
 * the end, refuses the run. Throws `SyncError`: nothing is published then.
 */
export async function publishableTables(options: PublishableOptions): Promise<PublishableTables> {
  const { asOf, vocabulary } = options
  const read = remembering(options.people)
  const unnamed = findUnnamed(await gate({ asOf, tables: options.tables, people: read }))
  const tables = options.tables.map((table) => tableWithoutNames(table, unnamed))
  const people: PublishableOptions['people'] = async (fact, cut) =>
    withoutNames(await read(fact, cut), unnamed)
  const check = (published: readonly CubeTable[]): Promise<AuditReport> =>
    audit(published, people, { asOf, openMonth: asOf.slice(0, 7), vocabulary })
  const requests: MergeRequest[] = []
  for (let round = 0; round < rounds; round += 1) {
    const gated = await gate({ asOf, tables, people, requests })
    const { findings } = await check(gated)
    if (findings.length === 0) return written(gated, check)
    requests.push(...findings.flatMap((found) => requestsOf(found, round)))
  }
  throw new SyncError(
    'The published tables could not be made safe: small groups of people could be found by subtraction.',
    'This is a fault of the program, not of the spreadsheets: please report it. Nothing was published.',
  )
}

/** What counts is what was written: the bytes are read back and audited once more. */
async function written(
  gated: readonly CubeTable[],
  check: (published: readonly CubeTable[]) => Promise<AuditReport>,
): Promise<PublishableTables> {
  const tables = await Promise.all(
    gated.map((table) => readCube(table.cube, new Uint8Array(encodeCube(table)))),
  )
  const report = await check(tables)
  if (report.findings.length > 0) throw refusal(report.findings)
  return { tables, report }
}

/** Each fact's rows are read once, however often the gate and the audit ask. */
function remembering(read: PublishableOptions['people']): PublishableOptions['people'] {
  const known = new Map<string, Promise<PersonRows>>()
  return (fact, cut) => {
    const key = [fact.name, ...cut].join()
    const rows = known.get(key) ?? read(fact, cut)
    known.set(key, rows)
    return rows
  }
}

/** After this many rounds a finding is met by merging all that it may follow from. */
const gentleRounds = 4

/** What to merge because of a finding: the sum that the audit names, else all sums of its fact and period. */
function requestsOf(found: Finding, round: number): MergeRequest[] {
  const { merge } = found
  // A wrong sum, or a table that is not as declared, is a fault that no merging mends.
  if (found.rule === 'schema' || found.rule === 'value') throw refusal([found])
  if (merge !== null && round < gentleRounds && (merge.months === 1 || merge.months === 3)) {
    const { table, month, months, measure, values } = merge
    return [{ cube: table, month, months, measure, key: cellKey(values) }]
  }
  return allOf(found)
}

/** Every sum by a value of the fact's tables in the period, and the practice's own if it is meant itself. */
function allOf({ fact: name, table, month, months, values }: Finding): MergeRequest[] {
  const fact: Fact = facts[name as FactName]
  const quarter = quarterOf(month)
  const periods = [
    ...(fact.grain === 'quarter'
      ? []
      : monthsOfQuarter(quarter).map((each) => ({ month: each, months: 1 as const }))),
    { month: quarter, months: 3 as const },
  ].filter((period) => months === 3 || period.months === 3 || period.month === month)
  const isWhole = table === name && values.length === 0
  const keys = fact.cuts.map((cut) => ({
    cube: cubeName(name, cut),
    key: cut.length === 0 ? wholeKey : anyKey,
  }))
  return keys
    .filter(({ key }) => key === anyKey || isWhole)
    .flatMap((place) =>
      periods.flatMap((period) =>
        Object.keys(fact.measures).map((measure) => ({ ...place, ...period, measure })),
      ),
    )
}

/** What the audit holds against the tables, by rule and table; never a number of people or an amount. */
function refusal(findings: readonly Finding[]): SyncError {
  const places = [...new Set(findings.map(({ rule, table }) => `${table} (${rule})`))]
  return new SyncError(
    `The privacy audit found sums that must not be published, in ${places.slice(0, 5).join(', ')}.`,
    'This is a fault of the program, not of the spreadsheets: please report it. Nothing was published.',
  )
}
