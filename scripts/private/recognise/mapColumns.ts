import type { DataPin } from '../config/config.ts'
import { contracts } from '../contracts/contracts.ts'
import type { Dataset } from '../contracts/dataset.ts'
import { columnIndex } from '../../a1/columnLetter.ts'
import { fieldOfHeader, strengths, type HeaderAliases, type Strength } from './headerFields.ts'
import { headerKey } from './normaliseHeader.ts'

/** A column that feeds a field. */
export interface Column {
  readonly field: string
  /** 0 is column A. */
  readonly index: number
  /** As it stands in the tab. */
  readonly header: string
  /** What a yes in it means; left out where the cell itself is the value. */
  readonly means?: string
}

export interface ColumnMap {
  readonly dataset: Dataset
  readonly columns: readonly Column[]
  /** Fields that two or more columns claim with the same right. */
  readonly conflicts: readonly { readonly field: string; readonly columns: readonly Column[] }[]
  /** Columns that gave way to one that says the same more exactly. */
  readonly passedOver: readonly Column[]
  /** Required fields with neither a column nor a constant; of fields that one is needed of, the first. */
  readonly missing: readonly string[]
  /** Headers that the config names and the tab lacks. */
  readonly unknownPins: readonly string[]
}

interface Claim extends Column {
  readonly strength: Strength
}

export interface MapOptions {
  readonly aliases: HeaderAliases
  readonly pin?: DataPin | undefined
}

/** Finds the column of every field of a dataset under one header row. */
export function mapColumns(headers: readonly string[], dataset: Dataset, options: MapOptions): ColumnMap {
  const { aliases, pin } = options
  const contract = contracts[dataset]
  const { claims: pinned, unknownPins } = pinnedColumns(headers, pin)
  const pinnedFields = new Set([...pinned.map((claim) => claim.field), ...Object.keys(pin?.constants ?? {})])
  const claims = [...pinned]
  const confirmed = pin?.confirmed && new Set(pin.confirmed.map(headerKey))
  for (const [index, header] of headers.entries()) {
    // What is new since a person confirmed the headers is told, not guessed.
    if (confirmed && !confirmed.has(headerKey(header))) continue
    const match = fieldOfHeader(dataset, header, aliases)
    if (match && !pinnedFields.has(match.field) && Object.hasOwn(contract.fields, match.field)) {
      claims.push({ field: match.field, index, header, strength: match.strength })
    }
  }
  const toColumn = ({ field, index, header }: Claim): Column => ({ field, index, header })
  const columns: Column[] = []
  const conflicts: { field: string; columns: readonly Column[] }[] = []
  const passedOver: Column[] = []
  for (const [field, rivals] of Map.groupBy(claims, (claim) => claim.field)) {
    const best = Math.min(...rivals.map((claim) => claim.strength))
    const winners = rivals.filter((claim) => claim.strength === best)
    // A mark of a test patient may stand in several columns: any of them counts.
    if (contract.fields[field]?.kind === 'marker') columns.push(...rivals.map(toColumn))
    else if (winners.length > 1) conflicts.push({ field, columns: winners.map(toColumn) })
    else {
      columns.push(...winners.map(toColumn))
      passedOver.push(...rivals.filter((claim) => claim.strength > best).map(toColumn))
    }
  }
  const found = new Set([...claims.map((claim) => claim.field), ...Object.keys(pin?.constants ?? {})])
  const needed = [...requiredFields(dataset).map((field) => [field]), ...(contract.oneOf ?? [])]
  const missing = needed.flatMap((fields) =>
    fields.some((field) => found.has(field)) ? [] : fields.slice(0, 1),
  )
  return { dataset, columns, conflicts, passedOver, missing, unknownPins }
}

/** Fields of a dataset that every tab must have. */
export function requiredFields(dataset: Dataset): string[] {
  return Object.entries(contracts[dataset].fields)
    .filter(([, field]) => field.required)
    .map(([name]) => name)
}

function pinnedColumns(headers: readonly string[], pin: DataPin | undefined) {
  const claims: Claim[] = []
  const unknownPins: string[] = []
  for (const [field, wanted] of Object.entries(pin?.columns ?? {})) {
    if (typeof wanted !== 'string') {
      const index = columnIndex(wanted.letter)
      claims.push({ field, index, header: headers[index] ?? '', strength: strengths.pinned })
      continue
    }
    const found = [...headers.entries()].filter(([, header]) => headerKey(header) === headerKey(wanted))
    if (found.length === 0) unknownPins.push(wanted)
    for (const [index, header] of found) claims.push({ field, index, header, strength: strengths.pinned })
  }
  return { claims, unknownPins }
}
