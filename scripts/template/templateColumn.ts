import type { FieldKind } from '../private/contracts/contract.ts'
import { contracts } from '../private/contracts/contracts.ts'
import type { Dataset } from '../private/contracts/dataset.ts'
import { columnNote } from './columnNote.ts'
import { columnRule } from './columnRule.ts'
import type { ColumnFormat, ColumnRule, TemplateColumn } from './templateTab.ts'

/** Text keeps leading zeros, long digits, and words such as "1-30" that a spreadsheet would read as a date. */
const formats: Readonly<Record<FieldKind, ColumnFormat>> = {
  id: 'text',
  text: 'text',
  date: 'date',
  timestamp: 'timestamp',
  time: 'time',
  money: 'money',
  hours: 'decimal',
  minutes: 'general',
  decimal: 'general',
  integer: 'integer',
  boolean: 'text',
  choice: 'text',
  marker: 'text',
}

interface FieldColumn {
  readonly dataset: Dataset
  readonly field: string
  readonly header: string
  /** Instead of the rule that the contract gives. */
  readonly rule?: ColumnRule
}

/** A column for a field of a contract. Throws `unknown field: x.y`. */
export function fieldColumn({ dataset, field: name, header, rule }: FieldColumn): TemplateColumn {
  const field = contracts[dataset].fields[name]
  if (!field) throw new Error(`unknown field: ${dataset}.${name}`)
  const place = { dataset, name, field }
  const known = rule ?? columnRule(place)
  return {
    header,
    field: name,
    width: Math.max(widthOf(formats[field.kind], known), header.length + 4),
    format: formats[field.kind],
    required: field.required,
    wrap: false,
    note: columnNote(place, known),
    rule: known,
  }
}

/** A column that only people read. */
export function plainColumn(
  header: string,
  options: Partial<Pick<TemplateColumn, 'width' | 'wrap' | 'note' | 'format'>> = {},
): TemplateColumn {
  return {
    header,
    field: null,
    width: 20,
    format: 'general',
    required: false,
    wrap: false,
    note: null,
    rule: null,
    ...options,
  }
}

function widthOf(format: ColumnFormat, rule: ColumnRule | null): number {
  if (rule?.kind === 'list') return Math.min(28, Math.max(...rule.words.map((word) => word.length)) + 4)
  return format === 'timestamp' ? 20 : 13
}
