import { metrics } from '../../src/metrics/metrics.ts'
import type { Field } from '../private/contracts/contract.ts'
import type { Dataset } from '../private/contracts/dataset.ts'
import type { ColumnRule } from './templateTab.ts'

/** Words that the sync writes where it found nothing: nobody types them. */
export const standIns: readonly string[] = ['unmapped', 'none_given']

/** Amounts beyond this are refused by the sync as well. */
const largest = 1e10
const anyNumber = { min: -largest, max: largest }

/** Bounds that the contract tells in words, by dataset and field. */
const bounds: Readonly<Record<string, { readonly min: number; readonly max: number }>> = {
  'providers.clinical_fte': { min: 0, max: 1 },
  'staff.fte': { min: 0, max: 2 },
  'staff.standard_weekly_hours': { min: 0, max: 168 },
  'payers.timely_filing_days': { min: 0, max: 3650 },
  'aging.debit_balance': { min: 0, max: largest },
  'aging.credit_balance': { min: -largest, max: 0 },
}

/** Moments of a visit: the time alone will do, and no rule fits both that and a date. */
const clockFields = ['checked_in_at', 'roomed_at', 'checked_out_at']

/** A field with its place in the contracts. */
export interface ContractField {
  readonly dataset: Dataset
  readonly name: string
  readonly field: Field
}

/**
 * What a column's cells may hold. A list only warns where a map tab can teach the sync the practice's own
 * words; where no map exists an unknown word would be a rejected row, so it is stopped while it is typed.
 */
export function columnRule({ dataset, name, field }: ContractField): ColumnRule | null {
  if (dataset === 'goals' && name === 'metric') {
    const words = metrics.map(({ label }) => label)
    return listRule(words, { strict: false, message: 'Pick a figure from the list.' })
  }
  switch (field.kind) {
    case 'choice':
      return choiceRule(field)
    case 'boolean':
    case 'marker':
      return listRule(['yes', 'no'], { strict: false, message: 'Type yes or no, or leave the cell empty.' })
    case 'date':
    case 'timestamp':
      if (clockFields.includes(name)) return null
      return {
        kind: 'date',
        strict: true,
        message: 'Type a date as month/day/year, such as 10/31/2026.',
      }
    case 'time':
      return { kind: 'time', strict: false, message: 'Type a time such as 9:30 AM.' }
    case 'minutes':
      return numberRule({ min: 0, max: 1440 })
    case 'integer':
      return { ...numberRule(bounds[`${dataset}.${name}`]), whole: true }
    case 'money':
    case 'hours':
    case 'decimal':
      return numberRule(bounds[`${dataset}.${name}`])
    case 'id':
    case 'text':
      return null
  }
}

/** A list of words to pick from. */
export function listRule(
  words: readonly string[],
  { strict, message }: Pick<ColumnRule, 'strict' | 'message'>,
): ColumnRule & { readonly kind: 'list' } {
  return { kind: 'list', words, strict, message }
}

/** A number within bounds, both included. */
export function numberRule({ min, max } = anyNumber): ColumnRule & { readonly kind: 'number' } {
  return { kind: 'number', min, max, whole: false, strict: true, message: numberMessage(min, max) }
}

function choiceRule(field: Field): ColumnRule {
  const words = (field.values ?? []).filter((word) => !standIns.includes(word))
  if (field.map !== undefined) {
    const message = `Pick from the list. If your system has its own word, keep it and add it to the tab map_${field.map}.`
    return listRule(words, { strict: false, message })
  }
  return listRule(words, { strict: true, message: 'Pick a word from the list.' })
}

function numberMessage(min: number, max: number): string {
  if (min === -largest && max === largest) return 'Type a number, such as 125.00.'
  if (max === largest) return 'Type a number, 0 or more.'
  if (min === -largest) return 'Type a number, 0 or less.'
  return `Type a number from ${min} to ${max}.`
}
