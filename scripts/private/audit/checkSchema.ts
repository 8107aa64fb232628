import { binDimensions, isBin } from '../../../src/cubes/binDimensions.ts'
import {
  cubesOf,
  cutOf,
  merged,
  type CubeColumn,
  type CubeTable,
  type CubeValue,
  type Cut,
  type Dimension,
  type Fact,
} from '../../../src/cubes/cube.ts'
import type { AuditMemory } from './AuditMemory.ts'
import type { Finding } from './auditReport.ts'
import { calendarQuarter } from './calendarQuarter.ts'
import { finding } from './factAudit.ts'
import { dayPattern, identifierPatterns, secretPatterns } from './identifierPatterns.ts'
import { sweep } from './sweep.ts'

/** The texts that may be published, by dimension; "Other (merged)" always. */
export type Vocabulary = Readonly<Partial<Record<Dimension, readonly string[]>>>

const longestText = 40
const forbidden = [
  ...identifierPatterns,
  ...secretPatterns,
  dayPattern([]),
  { name: 'address', expression: /https?:|www\./gi },
]

interface SchemaOptions {
  readonly vocabulary: Vocabulary
  /** What was found in the same tables. */
  readonly memory: AuditMemory
}

/** Checks the tables of one fact: what is declared, all of it, and nothing else. */
export function checkSchema(
  fact: Fact,
  tables: readonly CubeTable[],
  { vocabulary, memory }: SchemaOptions,
): Finding[] {
  const declared = new Map(cubesOf(fact).map((cube) => [cube.name, JSON.stringify(cube)]))
  const broken = (table: string, column: string): Finding =>
    finding(fact, 'schema', { sum: { table, month: '', months: 0, values: [], measure: column } })
  const names = tables.map(({ cube }) => cube.name)
  const lacking = names.length === 0 ? [] : [...declared.keys()].filter((name) => !names.includes(name))
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  return [
    ...[...lacking, ...twice].map((name) => broken(name, '')),
    ...tables.flatMap((table) => {
      const { name } = table.cube
      if (declared.get(name) !== JSON.stringify(table.cube)) return [broken(name, '')]
      const wrong = memory.recall(`schema ${name}`, [fact, table, vocabulary], () =>
        wrongColumns(fact, table, vocabulary),
      )
      return wrong.map((column) => broken(name, column))
    }),
  ]
}

/** Names of columns that are not as declared; an empty name stands for the table. */
function wrongColumns(fact: Fact, table: CubeTable, vocabulary: Vocabulary): string[] {
  const { cube, columns, rowCount } = table
  const declared = cube.columns.map(({ name }) => name)
  if (Object.keys(columns).toSorted().join() !== declared.toSorted().join()) return ['']
  const wrong = cube.columns.filter((column) => {
    const values = columns[column.name] ?? []
    return values.length !== rowCount || !values.every((value) => isAllowed(column, value, vocabulary))
  })
  if (wrong.length > 0) return wrong.map(({ name }) => name)
  const periods = (columns.month ?? []).map((month, row) => ({
    month: String(month),
    months: columns.months?.[row],
  }))
  const cut = cutOf(fact, cube.name)
  if (!periods.every((period) => isPeriod(cut, period))) return ['month']
  const dimensions = cube.columns.filter(({ role }) => role === 'dimension').map(({ name }) => name)
  const places = new Set<string>()
  for (let row = 0; row < rowCount; row += 1) {
    const values = dimensions.map((name) => columns[name]?.[row])
    const isOther = (value: unknown): boolean => value === merged
    if (values.some(isOther) && !values.every(isOther)) return [dimensions[0] ?? '']
    places.add(JSON.stringify([periods[row], values]))
  }
  return places.size === rowCount ? [] : ['']
}

function isAllowed(column: CubeColumn, value: CubeValue, vocabulary: Vocabulary): boolean {
  if (value === null) return column.nullable === true
  switch (column.type) {
    case 'month':
      return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])-01$/.test(value)
    case 'integer':
      return (
        Number.isSafeInteger(value) && (column.role !== 'dimension' || isStep(column.name, Number(value)))
      )
    case 'text':
      return typeof value === 'string' && isKnownText(column.name, value, vocabulary)
  }
}

function isStep(dimension: string, value: number): boolean {
  if (!isBin(dimension)) return false
  const { unknown, width } = binDimensions[dimension]
  return value === unknown || (value >= 0 && value < unknown && value % width === 0)
}

function isKnownText(dimension: string, value: string, vocabulary: Vocabulary): boolean {
  if (value === merged) return true
  const known: readonly string[] = vocabulary[dimension as Dimension] ?? []
  const isClean =
    value.length <= longestText && sweep(new TextEncoder().encode(value), forbidden).length === 0
  return known.includes(value) && isClean
}

/** Months, and calendar quarters above them; a cut by quarter has quarters only. */
function isPeriod(
  { grain }: Cut,
  { month, months }: { month: string; months: CubeValue | undefined },
): boolean {
  const isQuarter = months === 3 && month.slice(0, 7) === calendarQuarter(month)
  return isQuarter || (months === 1 && grain !== 'quarter')
}
