import { CastProblem } from '../../validate/casts/cast.ts'
import { parseMoment } from '../../validate/casts/parseMoment.ts'

/** `20261005` as `2026-10-05`; null for what is no day that exists. */
export function parseX12Date(text: string | undefined): string | null {
  if (!/^\d{8}$/.test(text ?? '')) return null
  const moment = parseMoment(text ?? '', { timeZone: 'UTC', month: 'refuse' })
  return moment === null || moment instanceof CastProblem ? null : moment.day
}
