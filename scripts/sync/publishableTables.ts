import type { CubeTable, Dimension, Fact } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { SyncError } from '../errors/SyncError.ts'
import { audit } from '../private/audit/audit.ts'
import { AuditMemory } from '../private/audit/AuditMemory.ts'
import type { AuditReport } from '../private/audit/auditReport.ts'
import type { Vocabulary } from '../private/audit/checkSchema.ts'
import { gate, type MergeRequest } from '../private/gate/gate.ts'
import { GateMemory } from '../private/gate/GateMemory.ts'
import {
  findUnnamed,
  tableWithoutNames,
  withoutNames,
  type UnnamedValues,
} from '../private/gate/unnamedValues.ts'
import type { BillingLines, PersonRows, TwoDatedRows } from '../private/ledger/ledger.ts'
import { mergeRequests } from './mergeRequests.ts'
import { writtenTables, type WrittenTables } from './writtenTables.ts'

export interface PublishableOptions {
  /** Civil date up to which rows count. */
  readonly asOf: string
  /** The ledger's sums, before the gate. */
  readonly tables: readonly CubeTable[]
  readonly people: (fact: Fact, cut: readonly Dimension[]) => Promise<PersonRows>
  /** The rows of money by both of their dates, for the audit; null compares no dates, for tests of other laws. */
  readonly twoDates: TwoDatedRows | null
  /** The lines behind the sums of money, for the audit; null asks nothing of facts together, for tests of other laws. */
  readonly lines: BillingLines | null
  /** The texts that may be published. */
  readonly vocabulary: Vocabulary
}

/** What may be published, and the audit of it. */
export interface PublishableTables extends WrittenTables {
  /** How many names of providers and of sites must not be published, and are not. */
  readonly unnamed: Readonly<Record<'provider' | 'location', number>>
}

/** The audit names what to merge; each round may bring others to light. */
const rounds = 48

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
    if (nameCount(still) <= nameCount(unnamed)) {
      const of = (dimension: 'provider' | 'location'): number => unnamed.get(dimension)?.size ?? 0
      const written = await writtenTables(gated, work.check)
      return { ...written, unnamed: { provider: of('provider'), location: of('location') } }
    }
    unnamed = still
  }
}

type People = PublishableOptions['people']

interface Work extends Omit<PublishableOptions, 'vocabulary' | 'twoDates' | 'lines'> {
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
  const lines = options.lines && {
    ...withoutNames(options.lines, unnamed),
    item: withoutNames(options.lines.item, unnamed),
  }
  return workOf({ ...options, tables, people, lines }, new GateMemory())
}

function workOf(
  { asOf, vocabulary, tables, people, twoDates, lines }: PublishableOptions,
  gateMemory: GateMemory,
): Work {
  const options = { asOf, vocabulary, twoDates, lines, memory: new AuditMemory() }
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
    requests.push(...mergeRequests(findings, tries))
  }
  throw new SyncError(
    'The published tables could not be made safe: small groups of people could be found by subtraction.',
    'This is a fault of the program, not of the spreadsheets: please report it. Nothing was published.',
  )
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
