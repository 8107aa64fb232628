import type { CubeTable } from '../../src/cubes/cube.ts'
import type { Entry } from './entry.ts'
import { isFew } from './isFew.ts'
import { KnownSums } from './KnownSums.ts'
import { shownSums } from './shownSums.ts'

type Part = NonNullable<Entry['part']> | 'others'

const measures: readonly { measure: string; parts: readonly Part[] }[] = [
  { measure: 'net_payment_cents', parts: ['others', 'patient', 'sameDay'] },
  { measure: 'patient_payment_cents', parts: ['patient', 'sameDay'] },
  { measure: 'same_day_payment_cents', parts: ['sameDay'] },
]

/** Every choice of parts but none of them. */
const choices: readonly (readonly Part[])[] = [
  ['others'],
  ['patient'],
  ['sameDay'],
  ['others', 'patient'],
  ['others', 'sameDay'],
  ['patient', 'sameDay'],
  ['others', 'patient', 'sameDay'],
]

/**
 * The small groups that follow from payments of the whole practice and their parts: of every run of months, what each
 * choice of parts comes to, and what that and the payments of these months of service leave of each other. Everything that
 * follows by adding and subtracting counts as known, and people are counted plainly: this shares nothing with gate and audit.
 */
export function toldByParts(tables: readonly CubeTable[], entries: readonly Entry[]): string[] {
  const months = [...new Set(entries.flatMap(({ served, posted }) => [served ?? posted, posted]))].sort()
  const payments = entries.filter(({ what }) => what === 'payment')
  const cell = (month: string, place: number) => months.indexOf(month) * choices.length + place
  const [first = []] = [...choices].reverse()
  const vector = (run: readonly string[], parts: readonly Part[]) =>
    new Map(
      run
        .filter((month) => months.includes(month))
        .flatMap((month) => parts.map((part) => [cell(month, first.indexOf(part)), 1] as const)),
    )
  const shown = (fact: string, measure: string) => {
    const table = tables.find(({ cube }) => cube.name === fact)
    const all = { months, values: [], dimension: null, named: new Set<string>() }
    return table === undefined ? [] : shownSums(table, measure, all)
  }
  const posted = new KnownSums(months.length * choices.length)
  for (const { measure, parts } of measures) {
    for (const sum of shown('transactions', measure)) posted.add(vector(sum.months, parts))
  }
  const served = new KnownSums(months.length * choices.length)
  for (const sum of shown('production', 'matched_payment_cents')) served.add(vector(sum.months, ['others']))
  return months.flatMap((from, at) =>
    months.slice(at).flatMap((to, more) => {
      const run = months.slice(at, at + more + 1)
      const isIn = (month: string | null): boolean => month !== null && month >= from && month <= to
      return choices.flatMap((parts) => {
        if (!posted.follows(vector(run, parts))) return []
        const isPart = ({ part }: Entry): boolean => parts.includes(part ?? 'others')
        const own = (one: Entry): number => (isPart(one) && isIn(one.posted) ? one.cents : 0)
        const left = (one: Entry): number => (isIn(one.served) ? one.cents : 0) - own(one)
        const name = `${parts.join('+')} ${from} to ${to}`
        return [
          ...(isFew(payments, own) ? [`posted ${name}`] : []),
          ...(served.follows(vector(run, ['others'])) && isFew(payments, left)
            ? [`beside served ${name}`]
            : []),
        ]
      })
    }),
  )
}
