import { SyncError } from '../../errors/SyncError.ts'
import { columnLetter } from '../../a1/columnLetter.ts'
import type { AcceptedDifference, ReportPin } from '../config/config.ts'
import { contracts } from '../contracts/contracts.ts'
import type { PresetPart, Whole } from '../presets/preset.ts'
import { valueKey } from '../validate/casts/choiceCast.ts'
import { earningParts } from './earningParts.ts'
import type { FoundPreset } from './findPreset.ts'
import type { Column } from './mapColumns.ts'
import { headerDifference } from './headerDifference.ts'
import { headerKey } from './normaliseHeader.ts'
import type {
  RecognisedKinds,
  RecognisedParts,
  RecognisedTab,
  RecognisedWhole,
  RefusedTab,
} from './recognition.ts'
import type { TabPeek } from './recogniseTab.ts'
import { tabLabel } from './tabLabel.ts'

/** Fields that the config can derive from the pay day. */
const periodFields: readonly string[] = ['period_start', 'period_end']

/**
 * Reads a report by its preset: each part of it is the same tab with columns of its own, so that rows and columns
 * in messages are the sheet's. Refused where a column that a part needs is missing or stands twice.
 */
export function recogniseParts(
  peek: TabPeek,
  { preset, header }: FoundPreset,
  pin?: ReportPin,
): RecognisedParts | RefusedTab {
  const named = `Tab ${tabLabel(peek.tab)}, read as ${preset.system} ${preset.report}`
  const errors: SyncError[] = [...(peek.refusals ?? [])]
  const indexOf = placesIn(header.headers, named, errors)
  const earnings = preset.parts.map((part) => earningParts(part, header.headers))
  const asked = earnings.flatMap(({ parts }) => parts)
  const wholes = (preset.wholes ?? []).flatMap((whole) => wholeOf(whole, asked, indexOf))
  const parts = asked.flatMap((part): RecognisedTab[] => {
    const columns = columnsOf(part, indexOf)
    const onlyWith = part.onlyWith === undefined ? null : [part.onlyWith].flat()
    if (onlyWith?.every((field) => !columns.some((column) => column.field === field))) return []
    const constants = { ...constantsFor(part, pin, columns), ...part.constants }
    const lacking = missingFields(part, columns, constants).filter(
      (field) => !isWorkedOut(part, field, { columns, pin }),
    )
    errors.push(...lackingPeriod(named, lacking))
    errors.push(...withoutPeriod(lacking).map((field) => lackingField(named, part, field)))
    const { tab, order } = peek
    const own = {
      report: `${preset.system} ${preset.report}`,
      name: part.name,
      isOnly: asked.length === 1,
      onlyWith,
      numbered: numberOf(part, indexOf),
      kinds: kindsOf(part, indexOf),
      wholes: part === asked[0] ? wholes : [],
      hasEffects: part.amounts === 'effect',
      payPeriod: pin?.pay_period ?? null,
    }
    const place = {
      headerRow: header.row,
      headers: header.headers,
      scope: [],
      warnings: [],
      signs: part.signs || pin?.signs ? { ...part.signs, ...pin?.signs } : undefined,
    }
    const acceptedDifferences = (pin?.accept_difference ?? []).filter((accepted) => isOf(accepted, columns))
    const { dataset, fillDown = [] } = part
    return [
      {
        kind: 'data',
        tab,
        order,
        part: own,
        dataset,
        columns,
        constants,
        fillDown,
        acceptedDifferences,
        ...place,
      },
    ]
  })
  const difference = changesOf(peek, { preset, header }, { asked, confirmed: pin?.confirmed })
  errors.push(...difference.errors)
  const [first] = preset.parts
  if (errors.length > 0) return { kind: 'refused', dataset: first.dataset, errors: byText(errors) }
  const unknown = earnings.flatMap((one) => one.unknown)
  const caveats = (preset.caveats ?? []).map((one) => `${named}: ${one}.`)
  const warnings = [
    ...unknown.map((name) => `${named}: "${name}" is no earning that is known here; it counts as other pay.`),
    ...(peek.warnings ?? []),
    ...difference.warnings,
  ]
  return { kind: 'parts', preset, headerRow: header.row, parts, warnings, caveats }
}

/** What changed since a person confirmed the headers. */
function changesOf(
  peek: TabPeek,
  { header: { row: headerRow, headers } }: FoundPreset,
  {
    asked,
    confirmed,
  }: { readonly asked: readonly PresetPart[]; readonly confirmed: readonly string[] | undefined },
): ReturnType<typeof headerDifference> {
  if (confirmed === undefined) return { errors: [], warnings: [] }
  const readAs = asked.flatMap(({ columns }) =>
    Object.entries(columns).flatMap(([field, of]) => [of].flat().map((header) => ({ header, field }))),
  )
  return headerDifference({ peek, headerRow, headers, confirmed, readAs })
}

type IndexOf = (name: string) => number | undefined

/** Finds a header's column (0 is A); one that stands twice is an error, told once. */
function placesIn(headers: readonly string[], named: string, errors: SyncError[]): IndexOf {
  const keys = headers.map(headerKey)
  const told = new Set<string>()
  return (name) => {
    const key = headerKey(name)
    const [index, ...others] = keys.flatMap((one, place) => (one === key ? [place] : []))
    if (index !== undefined && others.length > 0 && !told.has(key)) {
      told.add(key)
      const letters = [index, ...others].map(columnLetter).join(' and ')
      const text = `${named}: columns ${letters} are both called "${name}".`
      errors.push(new SyncError(text, 'Rename or delete one of them.'))
    }
    return index
  }
}

/** A sum of the row and what it is of; nothing where the report has no such column. */
function wholeOf({ header, of }: Whole, parts: readonly PresetPart[], indexOf: IndexOf): RecognisedWhole[] {
  const index = indexOf(header)
  if (index === undefined) return []
  const names = of === 'earnings' ? parts.flatMap(({ columns }) => columns.amount ?? []) : of
  const found = names.flatMap((name) => {
    const place = indexOf(name)
    return place === undefined ? [] : [{ index: place, header: name }]
  })
  return [{ index, header, of: found }]
}

/** A count is of every part; the total of a column of those that read it. */
function isOf({ column }: AcceptedDifference, columns: readonly Column[]): boolean {
  return headerKey(column) === 'rows' || columns.some(({ header }) => headerKey(header) === headerKey(column))
}

/** What several parts lack is told once. */
function byText(errors: readonly SyncError[]): SyncError[] {
  return [...new Map(errors.map((error) => [error.message, error])).values()]
}

/** A period of which neither the start nor the end is said is one thing to say. */
function lackingPeriod(named: string, lacking: readonly string[]): SyncError[] {
  if (!hasNoPeriod(lacking)) return []
  return [
    new SyncError(
      `${named}: nothing in it says of which days its pay is.`,
      'Say it under "tabs" in the config, beside "preset": how the period follows from the pay day, pay_period: { days: 14, paid_after: 5 }; or, for a file of one period, constants: { period_start: 2026-10-18, period_end: 2026-10-31 }.',
    ),
  ]
}

function withoutPeriod(lacking: readonly string[]): readonly string[] {
  return hasNoPeriod(lacking) ? lacking.filter((field) => !periodFields.includes(field)) : lacking
}

function hasNoPeriod(lacking: readonly string[]): boolean {
  return periodFields.every((field) => lacking.includes(field))
}

function lackingField(named: string, part: PresetPart, field: string): SyncError {
  const headers = [part.columns[field] ?? field].flat().map((one) => `"${one}"`)
  const { kind, values = [] } = contracts[part.dataset].fields[field] ?? {}
  const isSaid = part.columns[field] === undefined || part.derived?.[field] !== undefined
  if (isSaid || (part.dataset === 'payroll' && kind === 'date')) {
    const how =
      part.dataset === 'payroll' && periodFields.includes(field)
        ? ', or how the period follows from the pay day: pay_period: { days: 14, paid_after: 5 }'
        : ''
    const example =
      kind === 'date'
        ? '2026-10-31'
        : values.length > 0
          ? values.join(' (or ') + ')'.repeat(values.length - 1)
          : '…'
    return new SyncError(
      `${named}: nothing in it says ${field}.`,
      `Say it under "tabs" in the config, beside "preset": constants: { ${field}: ${example} }${how}.`,
    )
  }
  return new SyncError(
    `${named}: there is no column for ${field} of its ${part.name}.`,
    `Export the report with the column ${headers.join(' or ')}, or pin the tab to a dataset in the config.`,
  )
}

/** Whether a field is made of others, or of the pay day by the config. */
function isWorkedOut(
  { derived }: PresetPart,
  field: string,
  { columns, pin }: { readonly columns: readonly Column[]; readonly pin: ReportPin | undefined },
): boolean {
  if (pin?.pay_period !== undefined && periodFields.includes(field)) return true
  const from = derived?.[field]
  return from?.every((one) => columns.some((column) => column.field === one)) ?? false
}

/** Of what the config says of every row, the fields of this part that have no column. */
function constantsFor(
  { dataset }: PresetPart,
  pin: ReportPin | undefined,
  columns: readonly Column[],
): Record<string, string | number | boolean> {
  const own = Object.entries(pin?.constants ?? {}).filter(
    ([field]) =>
      Object.hasOwn(contracts[dataset].fields, field) && !columns.some((column) => column.field === field),
  )
  return Object.fromEntries(own)
}

/** All columns there are; of one field in the order in which they count. */
function columnsOf(part: PresetPart, indexOf: IndexOf): Column[] {
  const found = Object.entries(part.columns).flatMap(([field, headers]) => {
    const columns = [headers].flat().flatMap((header): Column[] => {
      const index = indexOf(header)
      return index === undefined ? [] : [{ field, index, header }]
    })
    // Two spellings of a header may be one to us (`120+`, `> 120`).
    return [...new Map(columns.map((column) => [column.index, column])).values()]
  })
  const { flags, kinds } = part
  if (kinds !== undefined) {
    for (const header of [kinds.exact, ...(kinds.rough ? [kinds.rough.header] : [])]) {
      const index = indexOf(header)
      if (index !== undefined) found.push({ field: kinds.field, index, header })
    }
  }
  if (flags === undefined) return found
  const yes = flags.columns.flatMap(({ header, means }): Column[] => {
    const index = indexOf(header)
    return index === undefined ? [] : [{ field: flags.field, index, header, means }]
  })
  return [...found, ...yes]
}

function missingFields(
  { dataset }: PresetPart,
  columns: readonly Column[],
  constants: Readonly<Record<string, unknown>>,
): string[] {
  const has = (field: string): boolean =>
    columns.some((column) => column.field === field) || Object.hasOwn(constants, field)
  return Object.entries(contracts[dataset].fields)
    .filter(([field, { required }]) => required && !has(field))
    .map(([field]) => field)
}

function kindsOf({ kinds }: PresetPart, indexOf: IndexOf): RecognisedKinds | null {
  const exact = kinds && indexOf(kinds.exact)
  if (kinds === undefined || exact === undefined) return null
  const { field, among = [], rough } = kinds
  const index = rough && indexOf(rough.header)
  if (rough === undefined || index === undefined) return { field, exact, among, rough: null }
  const words = new Map(Object.entries(rough.words).map(([word, values]) => [valueKey(word), values]))
  return { field, exact, among, rough: { index, words } }
}

function numberOf(
  { numbered }: PresetPart,
  indexOf: IndexOf,
): { readonly field: string; readonly indexes: readonly number[] } | null {
  if (numbered === undefined) return null
  const indexes = numbered.headers.flatMap((header) => indexOf(header) ?? [])
  return indexes.length === 0 && numbered.field === 'txn_id' ? null : { field: numbered.field, indexes }
}
