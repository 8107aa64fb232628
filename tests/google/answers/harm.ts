import type { Trouble, WrongShape } from '../fault.ts'
import { quotedTitle } from '../workbook/title.ts'

/** A right answer with what a trouble takes from it or twists; any other trouble leaves it as it is. */
export function harm(body: unknown, trouble: Trouble | null): unknown {
  if (trouble?.kind === 'emptyTab') return mapRanges(body, trouble.tab, () => undefined)
  if (trouble?.kind === 'lostRows') {
    const { share, which = 'last' } = trouble
    return mapRanges(body, trouble.tab, (values) => withoutShare(values, share, which))
  }
  return trouble?.kind === 'wrongShape' ? twist(body, trouble.how) : body
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Changes the values of every range, or of one tab's. */
function mapRanges(
  body: unknown,
  tab: string | undefined,
  change: (values: readonly unknown[]) => readonly unknown[] | undefined,
): unknown {
  if (Array.isArray(body)) return body.map((part: unknown) => mapRanges(part, tab, change))
  if (!isRecord(body)) return body
  if ('valueRanges' in body) return { ...body, valueRanges: mapRanges(body.valueRanges, tab, change) }
  if ('valueRange' in body) return { ...body, valueRange: mapRanges(body.valueRange, tab, change) }
  const { values, ...rest } = body
  if (!Array.isArray(values) || !isOfTab(rest.range, tab)) return body
  const changed = change(values)
  return changed === undefined ? rest : { ...rest, values: changed }
}

function isOfTab(range: unknown, tab: string | undefined): boolean {
  return tab === undefined || (typeof range === 'string' && range.startsWith(`${quotedTitle(tab)}!`))
}

function withoutShare(
  values: readonly unknown[],
  share: number,
  which: 'last' | 'spread',
): readonly unknown[] {
  if (which === 'last') return values.slice(0, Math.floor(values.length * (1 - share)))
  // A row goes wherever the running total of the share passes a whole number.
  return values.filter((_, index) => Math.floor((index + 1) * share) === Math.floor(index * share))
}

function twist(body: unknown, how: WrongShape): unknown {
  if (how === 'array') return [body]
  if (how === 'emptyObject' || !isRecord(body)) return {}
  if (how === 'otherSpreadsheet') return withOtherId(body)
  if (how === 'fewerRanges') {
    const { valueRanges } = body
    return { ...body, valueRanges: Array.isArray(valueRanges) ? valueRanges.slice(0, -1) : valueRanges }
  }
  const change = (part: unknown) => {
    if (!isRecord(part)) return part
    return how === 'otherRange' ? { ...part, range: 'Elsewhere!A1:B2' } : { ...part, values: 'none' }
  }
  const { valueRanges } = body
  return Array.isArray(valueRanges) ? { ...body, valueRanges: valueRanges.map(change) } : change(body)
}

function withOtherId(body: Readonly<Record<string, unknown>>): unknown {
  if ('spreadsheetId' in body) return { ...body, spreadsheetId: '1SomeOtherSpreadsheet' }
  return 'id' in body ? { ...body, id: '1SomeOtherFile' } : body
}
