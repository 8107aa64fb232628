import { cubeName, type CubeTable, type Dimension, type Fact } from '../../src/cubes/cube.ts'
import { facts, type FactName } from '../../src/cubes/facts.ts'
import { readCube } from '../../src/db/readCube.ts'
import { SyncError } from '../errors/SyncError.ts'
import { audit } from '../private/audit/audit.ts'
import { AuditMemory } from '../private/audit/AuditMemory.ts'
import { checkEncoding } from '../private/audit/checkEncoding.ts'
import type { AuditReport, Finding, SumName } from '../private/audit/auditReport.ts'
import type { Vocabulary } from '../private/audit/checkSchema.ts'
import { monthsOfQuarter, quarterOf } from '../private/gate/calendar.ts'
import { cellKey } from '../private/gate/cellsOf.ts'
import { wholeKey } from '../private/gate/decideWhole.ts'
import { GateMemory } from '../private/gate/GateMemory.ts'
import { anyKey, gate, type MergeRequest } from '../private/gate/gate.ts'
import {
  findUnnamed,
  tableWithoutNames,
  withoutNames,
  type UnnamedValues,
} from '../private/gate/unnamedValues.ts'
import type { PersonRows, TwoDatedRows } from '../private/ledger/ledger.ts'
import { encodeCube } from '../publish/encodeCube.ts'

export interface PublishableOptions {
  /** Civil date up to which rows count. */
  readonly asOf: string
  /** The ledger's sums, before the gate. */
  readonly tables: readonly CubeTable[]
  readonly people: (fact: Fact, cut: readonly Dimension[]) => Promise<PersonRows>
  /** The rows of money by both of their dates, for the audit. */
  readonly twoDates?: TwoDatedRows
  /** The texts that may be published. */
  readonly vocabulary: Vocabulary
}

/** Tables that the audit has nothing against, as they are read back from their bytes, and its report. */
export interface PublishableTables {
  readonly tables: readonly CubeTable[]
  readonly report: AuditReport
}

/** The audit names what to merge; each round may bring others to light. */
const rounds = 24

/** So often a place's findings are met by merging what the audit names, and then a whole table's values. */
const gentleRounds = 3

/** From then on all that a finding may follow from is merged. */
const patientRounds = 6

/**
 * Passes the ledger's sums through the gate and has the audit read the written bytes back. What the audit
 * finds derivable from several tables is merged and audited again; what it cannot name, or what is left at
 * the end, refuses the run. Throws `SyncError`: nothing is published then.
 */
export async function publishableTables(options: PublishableOptions): Promise<PublishableTables> {
  const { asOf, tables } = options
  const read = remembering(options.people)
  const rows = await ownRows(tables, read)
  const memory = new GateMemory()
  let unnamed = findUnnamed(await gate({ asOf, tables, people: read, memory }), rows)
  for (;;) {
    const isAsRead = nameCount(unnamed) === 0
    const work = isAsRead ? workOf({ ...options, people: read }, memory) : named(options, { read, unnamed })
    const gated = await withoutFindings(work)
    // A name whose last sum was merged on the way must go too.
    const still = findUnnamed(gated, rows)
    if (nameCount(still) <= nameCount(unnamed)) return written(gated, work.check)
    unnamed = still
  }
}

type People = PublishableOptions['people']

interface Work extends Omit<PublishableOptions, 'vocabulary' | 'twoDates'> {
  readonly gateMemory: GateMemory
  readonly check: (published: readonly CubeTable[]) => Promise<AuditReport>
}

/** The work without the names that must not be published. */
function named(
  options: PublishableOptions,
  { read, unnamed }: { read: People; unnamed: UnnamedValues },
): Work {
  const tables = options.tables.map((table) => tableWithoutNames(table, unnamed))
  const people = remembering(async (fact, cut) => withoutNames(await read(fact, cut), unnamed))
  const twoDates = options.twoDates && withoutNames(options.twoDates, unnamed)
  return workOf({ ...options, tables, people, ...(twoDates && { twoDates }) }, new GateMemory())
}

function workOf(
  { asOf, vocabulary, tables, people, twoDates }: PublishableOptions,
  gateMemory: GateMemory,
): Work {
  const checked = { asOf, openMonth: asOf.slice(0, 7), vocabulary, memory: new AuditMemory() }
  const options = twoDates === undefined ? checked : { ...checked, twoDates }
  return { asOf, tables, people, gateMemory, check: (published) => audit(published, people, options) }
}

/** Gates the tables and merges what the audit names until it has nothing against them. */
async function withoutFindings({ check, gateMemory, ...work }: Work): Promise<readonly CubeTable[]> {
  const requests: MergeRequest[] = []
  const tries = new Map<string, number>()
  for (let round = 0; round < rounds; round += 1) {
    const gated = await gate({ ...work, requests, memory: gateMemory })
    const { findings } = await check(gated)
    if (findings.length === 0) return gated
    const chosen = independent(findings)
    for (const place of new Set(chosen.map(findingPlace))) tries.set(place, (tries.get(place) ?? 0) + 1)
    requests.push(...chosen.flatMap((found) => requestsOf(found, tries.get(findingPlace(found)) ?? 0)))
  }
  throw new SyncError(
    'The published tables could not be made safe: small groups of people could be found by subtraction.',
    'This is a fault of the program, not of the spreadsheets: please report it. Nothing was published.',
  )
}

/**
 * Findings that no merging for another one answers: several are often about one small group, and one
 * merged sum hides it from all of them. What is still there is found again in the next round.
 */
function independent(findings: readonly Finding[]): Finding[] {
  const merging = new Set<string>()
  return findings.filter((found) => {
    const { less, merge } = found
    if (merge === null) return true
    if ([found, less].some((one) => one !== null && merging.has(sumText(one)))) return false
    merging.add(sumText(merge))
    return true
  })
}

/** Findings of one fact, quarter and measure are often about the same people. */
function findingPlace({ fact, merge, month, measure }: Finding): string {
  return `${fact} ${quarterOf(merge?.month ?? month)} ${merge?.measure ?? measure}`
}

function sumText({ table, month, months, values, measure }: SumName): string {
  return [table, month, months, measure, cellKey(values)].join(' ')
}

/** What counts is what was written: the bytes are read back and audited once more. */
async function written(
  gated: readonly CubeTable[],
  check: (published: readonly CubeTable[]) => Promise<AuditReport>,
): Promise<PublishableTables> {
  const tables = await Promise.all(
    gated.map((table) => {
      const bytes = encodeCube(table)
      if (checkEncoding(bytes, table.cube).length > 0) throw refusal([`${table.cube.name} (encoding)`])
      return readCube(table.cube, new Uint8Array(bytes))
    }),
  )
  const report = await check(tables)
  if (report.findings.length > 0) throw refusal(report.findings.map(placeOf))
  return { tables, report }
}

/** The rows of people by what a practice names itself. */
async function ownRows(tables: readonly CubeTable[], read: People): Promise<PersonRows[]> {
  const declared: readonly Fact[] = Object.values(facts)
  const own = declared.filter(
    ({ name, people }) => people !== null && tables.some(({ cube }) => cube.fact === name),
  )
  const found: PersonRows[] = []
  // One after the other: all at once would need room for all at once.
  for (const fact of own) for (const { by } of fact.cuts) found.push(await read(fact, by))
  return found
}

function nameCount(unnamed: UnnamedValues): number {
  return [...unnamed.values()].reduce((count, names) => count + names.size, 0)
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

/**
 * What to merge because of a finding: the sum that the audit names; later all values beside it; at last, or
 * without a name, all sums of its fact and period.
 */
function requestsOf(found: Finding, tries: number): MergeRequest[] {
  const { merge } = found
  // A wrong sum, or a table that is not as declared, is a fault that no merging mends.
  if (found.rule === 'schema' || found.rule === 'value') throw refusal([placeOf(found)])
  if (merge !== null && tries <= patientRounds && (merge.months === 1 || merge.months === 3)) {
    const { table, month, months, measure, values } = merge
    const isWide = tries > gentleRounds && values.length > 0
    return [{ cube: table, month, months, measure, key: isWide ? anyKey : cellKey(values) }]
  }
  return allOf(found)
}

/** Every sum by a value of the fact's tables in the period, and the practice's own if it is meant itself. */
function allOf({ fact: name, table, month, months, values }: Finding): MergeRequest[] {
  const fact: Fact = facts[name as FactName]
  const quarter = quarterOf(month)
  const periods = [
    ...monthsOfQuarter(quarter).map((each) => ({ month: each, months: 1 as const })),
    { month: quarter, months: 3 as const },
  ].filter((period) => months === 3 || period.months === 3 || period.month === month)
  const isWhole = table === name && values.length === 0
  const keys = fact.cuts.map(({ by }) => ({
    cube: cubeName(name, by),
    key: by.length === 0 ? wholeKey : anyKey,
  }))
  return keys
    .filter(({ key }) => key === anyKey || isWhole)
    .flatMap((place) =>
      periods.flatMap((period) =>
        Object.keys(fact.measures).map((measure) => ({ ...place, ...period, measure })),
      ),
    )
}

function placeOf({ rule, table }: Finding): string {
  return `${table} (${rule})`
}

/** What is held against the tables, by table and rule; never a number of people or an amount. */
function refusal(places: readonly string[]): SyncError {
  return new SyncError(
    `The privacy audit found sums that must not be published, in ${[...new Set(places)].slice(0, 5).join(', ')}.`,
    'This is a fault of the program, not of the spreadsheets: please report it. Nothing was published.',
  )
}
