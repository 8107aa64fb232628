import type { Field } from '../../contracts/contract.ts'
import { booleanCast, markerCast, testNameCast, voidCast } from './booleanCast.ts'
import type { Cast } from './cast.ts'
import { choiceCast, type ChoiceLookup } from './choiceCast.ts'
import { clockCast, dateCast, timestampCast } from './dateCast.ts'
import { codeCast, idCast, optionalIdCast } from './idCast.ts'
import { moneyCast } from './moneyCast.ts'
import { noteSignedAtCast, noteSignedCast } from './noteCasts.ts'
import { decimalCast, hoursCast, integerCast, minutesCast } from './numberCasts.ts'
import type { MonthRule } from './parseMoment.ts'
import { textCast } from './textCast.ts'
import { startCast, timeCast } from './timeCast.ts'

export interface CastOptions {
  readonly timeZone: string
  /** What stands above the column; a column of patients is told by it from one of marks. */
  readonly header?: string | undefined
  /** Words for a choice, by field. */
  readonly lookup: ChoiceLookup
}

/** Fields that hold codes of a fixed list, where a spreadsheet's `.0` is noise. */
const codeFields = new Set(['cpt', 'modifier', 'modifiers'])
/** Moments of a booking or visit; exports often give only their time. */
const clockFields = new Set(['checked_in_at', 'roomed_at', 'checked_out_at', 'logged_at', 'end_time'])
/** Times of bookings, never at midnight; a shift may end there. */
const bookedStarts = new Set(['start_time'])
const monthRules: Readonly<Record<string, MonthRule>> = {
  month: 'first',
  effective_from: 'first',
  as_of: 'last',
}

/** The zod schema of a contract's field. */
export function castOfField(name: string, field: Field, options: CastOptions): Cast {
  const dates = { timeZone: options.timeZone, month: monthRules[name] ?? 'refuse' }
  if (codeFields.has(name)) return codeCast
  if (name === 'is_void') return voidCast(options.header)
  if (name === 'note_signed') return noteSignedCast(dates)
  if (name === 'note_signed_at') return noteSignedAtCast(dates)
  switch (field.kind) {
    case 'id':
      return !field.required && /_(id|key)$/.test(name) ? optionalIdCast : idCast
    case 'text':
      return textCast
    case 'date':
      return dateCast(dates)
    case 'timestamp':
      return clockFields.has(name) ? clockCast(dates) : timestampCast(dates)
    case 'time':
      return bookedStarts.has(name) ? startCast : timeCast
    case 'money':
      return moneyCast
    case 'hours':
      return hoursCast
    case 'minutes':
      return minutesCast
    case 'decimal':
      return decimalCast
    case 'integer':
      return integerCast
    case 'boolean':
      return booleanCast
    case 'choice':
      return choiceCast(field.values ?? [], options.lookup)
    case 'marker':
      return /patient|name/i.test(options.header ?? '') && !/test/i.test(options.header ?? '')
        ? testNameCast
        : markerCast
  }
}
