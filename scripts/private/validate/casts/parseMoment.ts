import { Temporal } from 'temporal-polyfill'
import { CastProblem } from './cast.ts'
import { clockText, earliestSerial, timeOfText } from './timeCast.ts'
import { toText } from './toText.ts'

/** What a month without a day means: its first day (budget), its last (month end), or a mistake. */
export type MonthRule = 'first' | 'last' | 'refuse'

const fix = 'Type the date as month/day/year, such as 1/31/2026, or leave the cell empty.'
const notDate = new CastProblem('not a date', fix)
const dayFirst = new CastProblem(
  'a day in the place of the month',
  'Dates are read month first: write 1/31/2026, not 31/1/2026.',
)
const noSuchDay = new CastProblem('a day that does not exist', fix)
const farDate = new CastProblem('a date before 1900 or after 2199', fix)
const dayOrYear = new CastProblem(
  'a month with a number that may be its day or its year',
  'Type the full date, such as 1/31/2026; for a month, its year in four digits.',
)
const monthOnly = new CastProblem('a month without a day', 'Type the full date, such as 1/31/2026.')

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** 1970-01-01 as a spreadsheet's serial number (days since 1899-12-30). */
const unixEpochSerial = 25_569

/** Civil day, and seconds of the day where a time is given. */
export interface Moment {
  readonly day: string
  readonly seconds: number | null
}

export interface DateOptions {
  /** IANA; instants with an offset are moved into it, everything else is already in it. */
  readonly timeZone: string
  readonly month: MonthRule
}

/** Reads any notation of a date, with or without a time; null is a zero date, which means blank. */
export function parseMoment(
  cell: string | number | boolean,
  options: DateOptions,
): Moment | null | CastProblem {
  if (typeof cell === 'boolean') return notDate
  if (typeof cell === 'number') return momentOfNumber(cell)
  const text = toText(cell)
    .replaceAll('_', ' ')
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /i, '')
  if (/^\d{8}$/.test(text)) return compact(text)
  if (/^\d{4,6}(\.\d+)?$|^0(\.0+)?$/.test(text)) return momentOfNumber(Number(text))
  // Not `??`: null is an answer (blank), undefined is "not this notation".
  for (const read of [isoMoment, usMoment, namedMoment]) {
    const moment = read(text, options)
    if (moment !== undefined) return moment
  }
  return monthMoment(text, options.month)
}

function momentOfNumber(serial: number): Moment | null | CastProblem {
  if (serial >= 19_000_101 && serial <= 21_991_231 && Number.isInteger(serial)) return compact(String(serial))
  // 0 is Excel's day that never was, 1 is 12/31/1899: both are how exports write "none".
  if (serial === 0 || serial === 1) return null
  // Years, clock times (1430) and ids are small numbers; as serial numbers they would be days before 1950.
  if (!(serial >= earliestSerial) || serial >= 109_575) return notDate
  // Half a second of float noise must not fall back into the day before.
  const seconds = Math.round(serial * 86_400)
  const day = new Date((Math.floor(seconds / 86_400) - unixEpochSerial) * 86_400_000)
    .toISOString()
    .slice(0, 10)
  return { day, seconds: seconds % 86_400 }
}

function compact(digits: string): Moment | null | CastProblem {
  return civil(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)), null)
}

/** `2024-01-05`, with or without a time; one with Z or an offset is an instant. */
function isoMoment(text: string, { timeZone }: DateOptions): Moment | null | CastProblem | undefined {
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(.+?))?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(text)
  if (!parts) return undefined
  const [, year, month, day, time, offset] = parts
  const moment = civil(Number(year), Number(month), Number(day), time ?? null)
  if (moment === null || moment instanceof CastProblem || offset === undefined || moment.seconds === null)
    return moment
  // Temporal would throw, and quote the text.
  if (!/^(Z|UTC|[+-](0\d|1[0-4]):?[0-5]\d)$/i.test(offset)) return notDate
  const zone = /^(Z|UTC)$/i.test(offset) ? '+00:00' : offset.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')
  const instant = Temporal.Instant.from(`${moment.day}T${clockText(moment.seconds)}${zone}`)
  const local = instant.toZonedDateTimeISO(timeZone).toPlainDateTime()
  return {
    day: local.toPlainDate().toString(),
    seconds: local.hour * 3600 + local.minute * 60 + local.second,
  }
}

/** `1/5/24`, `01-05-2024 9:30 AM`: month first, always. */
function usMoment(text: string): Moment | null | CastProblem | undefined {
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:,? +(.+))?$/.exec(text)
  if (!parts) return undefined
  const [, month, , day, year = '', time] = parts
  if (Number(month) > 12 && Number(day) <= 12) return dayFirst
  return civil(fullYear(year), Number(month), Number(day), time ?? null)
}

/** `5-Jan-24`, `Jan 5, 2024`, `January 5th 2024`. */
function namedMoment(text: string): Moment | null | CastProblem | undefined {
  const dayFirstForm = /^(\d{1,2})[- /.]([a-z]{3,9})\.?[- /.,]+(\d{4}|\d{2})(?:,? +(.+))?$/i.exec(text)
  const monthFirstForm =
    /^([a-z]{3,9})\.?[- ](\d{1,2})(?:st|nd|rd|th)?,?[- ](\d{4}|\d{2})(?:,? +(.+))?$/i.exec(text)
  const [, day, name, year, time] = dayFirstForm ?? [
    undefined,
    monthFirstForm?.[2],
    monthFirstForm?.[1],
    monthFirstForm?.[3],
    monthFirstForm?.[4],
  ]
  if (name === undefined || year === undefined) return undefined
  const month = monthOf(name)
  return month === null ? undefined : civil(fullYear(year), month, Number(day), time ?? null)
}

/** `January 2022`, `Jan-22`, `2022-01`, `1/2022`. */
function monthMoment(text: string, rule: MonthRule): Moment | null | CastProblem {
  const named = /^([a-z]{3,9})\.?[- ,/]+(\d{4}|\d{2})$/i.exec(text)
  const iso = /^(\d{4})[-/](\d{1,2})$/.exec(text)
  const us = /^(\d{1,2})[-/](\d{4})$/.exec(text)
  const month = named ? monthOf(named[1] ?? '') : Number(iso?.[2] ?? us?.[1] ?? Number.NaN)
  if (month === null || !(month >= 1 && month <= 12)) return notDate
  // `Jan-24` is how spreadsheets show a month; `Jan 24` is as often its 24th day.
  if (/^[a-z]+\.?[ ,]+(0[1-9]|[12]\d|3[01])$/i.test(text)) return dayOrYear
  if (rule === 'refuse') return monthOnly
  const year = fullYear(named?.[2] ?? iso?.[1] ?? us?.[2] ?? '')
  return civil(year, month, rule === 'first' ? 1 : daysIn(year, month), null)
}

function civil(year: number, month: number, day: number, time: string | null): Moment | null | CastProblem {
  if (year === 1899 && month === 12 && day >= 30) return null
  if (year === 1900 && month === 1 && day === 0) return null
  if (year < 1900 || year > 2199) return farDate
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return noSuchDay
  const seconds = time === null ? null : timeOfText(time)
  if (time !== null && seconds === null) return notDate
  return { day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, seconds }
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Two digits: 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function monthOf(name: string): number | null {
  const full = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ]
  const word = name.toLowerCase()
  const known = word === 'sept' || monthNames.includes(word) || full.includes(word)
  return known ? monthNames.indexOf(word.slice(0, 3)) + 1 : null
}
