import type { Earnings, PresetPart } from '../presets/preset.ts'
import { earningOf } from '../validate/values/earningOf.ts'
import { headerKey } from './normaliseHeader.ts'

/** What a part becomes in a report. */
export interface EarningParts {
  readonly parts: readonly PresetPart[]
  /** Names that are no earning anybody knows; they count as other pay. */
  readonly unknown: readonly string[]
}

/** A part that stands for every earning of a report, as one part for each; any other part as it is. */
export function earningParts(part: PresetPart, headers: readonly string[]): EarningParts {
  const { each, ...rest } = part
  if (each === undefined) return { parts: [part], unknown: [] }
  const earnings = earningsIn(headers, each)
  const parts = earnings.map(({ name, hours, amount }): PresetPart => ({
    ...rest,
    name,
    columns: {
      ...rest.columns,
      ...(hours === null ? {} : { hours }),
      ...(amount === null ? {} : { amount }),
    },
    constants: { ...rest.constants, earning_code: earningOf(name) ?? 'other' },
    onlyWith: ['hours', 'amount'],
  }))
  return { parts, unknown: earnings.map(({ name }) => name).filter((name) => earningOf(name) === null) }
}

interface Earning {
  readonly name: string
  hours: string | null
  amount: string | null
}

function earningsIn(headers: readonly string[], { hours, amount, rate, between }: Earnings): Earning[] {
  const found = new Map<string, Earning>()
  const earning = (name: string): Earning => {
    const held = found.get(headerKey(name)) ?? { name, hours: null, amount: null }
    found.set(headerKey(name), held)
    return held
  }
  const place = (name: string): number => headers.findIndex((one) => headerKey(one) === headerKey(name))
  const [from, to] = between ? [place(between[0]), place(between[1])] : [-1, -1]
  for (const [index, header] of headers.entries()) {
    const [ofHours, ofAmount] = [nameIn(header, hours), nameIn(header, amount)]
    if (ofHours !== null) earning(ofHours).hours = header
    else if (ofAmount !== null) earning(ofAmount).amount = header
    else if (header !== '' && from >= 0 && index > from && index < to && nameIn(header, rate) === null) {
      earning(header).amount = header
    }
  }
  return [...found.values()]
}

/** What `*` stands for in a header, or null. */
function nameIn(header: string, pattern: string): string | null {
  const [before = '', after = ''] = pattern.split('*')
  const text = header.trim().replace(/\s+/g, ' ')
  const fits =
    text.length > before.length + after.length &&
    text.toLowerCase().startsWith(before.toLowerCase()) &&
    text.toLowerCase().endsWith(after.toLowerCase())
  return fits ? text.slice(before.length, text.length - after.length).trim() : null
}
