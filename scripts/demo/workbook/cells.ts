import type { CellObject } from '@e965/xlsx'
import { toDate } from '../calendar.ts'
import type { Spoilt } from '../mess.ts'

/** A cell of the demo workbook; null is empty. */
export type DemoCell = CellObject | null

export type DateStyle = 'serial' | 'us' | 'iso' | 'short'
export type MoneyStyle = 'number' | 'dollar' | 'accounting' | 'trailing'

/** Serial number of 1970-01-01 in a spreadsheet. */
const serialEpoch = 25_569
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const texts = new Map<string, CellObject>()

/** Text as typed. Equal texts share a cell object, which the writer never changes. */
export function text(value: string | null): DemoCell {
  if (value === null || value === '') return null
  const known = texts.get(value) ?? { t: 's', v: value }
  if (texts.size < 5_000) texts.set(value, known)
  return known
}

export function number(value: number | null): DemoCell {
  return value === null ? null : { t: 'n', v: value }
}

/** `Y` or nothing, the way people tick. */
export function yes(value: boolean): DemoCell {
  return value ? text('Y') : null
}

/** A day in one of the notations: a real date, `1/5/2024`, `2024-01-05` or `5-Jan-24`. */
export function date(day: number | null, style: DateStyle): DemoCell {
  if (day === null) return null
  const iso = toDate(day)
  if (style === 'serial') return { t: 'n', v: day + serialEpoch, z: 'm/d/yyyy' }
  if (style === 'iso') return text(iso)
  const month = Number(iso.slice(5, 7))
  const dayOfMonth = Number(iso.slice(8))
  if (style === 'us') return text(`${month}/${dayOfMonth}/${iso.slice(0, 4)}`)
  return text(`${dayOfMonth}-${monthNames[month - 1] ?? ''}-${iso.slice(2, 4)}`)
}

/** A local moment (minutes since 1970-01-01 00:00). */
export function moment(minutes: number | null, style: DateStyle): DemoCell {
  if (minutes === null) return null
  const day = Math.floor(minutes / 1440)
  const ofDay = minutes - day * 1440
  if (style === 'serial') return { t: 'n', v: serialEpoch + minutes / 1440, z: 'm/d/yyyy h:mm' }
  const shown =
    style === 'iso' ? `${toDate(day)} ${clock24(ofDay)}` : `${String(date(day, 'us')?.v)} ${clock12(ofDay)}`
  return { t: 's', v: shown }
}

/** A time of day in minutes after midnight. */
export function timeOfDay(minutes: number, style: DateStyle): DemoCell {
  if (style === 'serial') return { t: 'n', v: minutes / 1440, z: 'h:mm AM/PM' }
  return text(style === 'iso' ? clock24(minutes) : clock12(minutes))
}

function clock24(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function clock12(minutes: number): string {
  const hour = Math.floor(minutes / 60)
  return `${((hour + 11) % 12) + 1}:${String(minutes % 60).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`
}

/** Money as a number, `$1,234.50`, `(45.23)` with `$ -` for nothing, or `45.23-`. */
export function money(cents: number | null, style: MoneyStyle = 'number'): DemoCell {
  if (cents === null) return null
  if (style === 'number') return { t: 'n', v: cents / 100, z: '#,##0.00' }
  if (cents === 0 && style === 'accounting') return text(' $ -   ')
  const size = amount(Math.abs(cents))
  if (style === 'dollar') return { t: 's', v: cents < 0 ? `-$${size}` : `$${size}` }
  if (style === 'accounting') return { t: 's', v: cents < 0 ? `(${size})` : `$${size}` }
  return { t: 's', v: cents < 0 ? `${size}-` : size }
}

function amount(cents: number): string {
  const dollars = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${dollars}.${String(cents % 100).padStart(2, '0')}`
}

/** What stands in a spoilt cell. */
export function spoilt(cell: Spoilt): DemoCell {
  if (cell === null || typeof cell === 'string') return text(cell)
  return { t: 'e', v: 0x17, w: cell.error }
}
