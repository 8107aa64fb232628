import type { CubeTable } from '../../src/cubes/cube.ts'
import type { Entry } from './entry.ts'
import { isFew } from './isFew.ts'
import { KnownSums } from './KnownSums.ts'
import { shownSums } from './shownSums.ts'

type Kind = 'charge' | 'contractual' | 'other' | 'others' | 'patient' | 'sameDay'

const kinds: readonly Kind[] = ['charge', 'contractual', 'other', 'others', 'patient', 'sameDay']

const posted: readonly { fact: string; measure: string; of: readonly Kind[] }[] = [
  { fact: 'charges', measure: 'charge_cents', of: ['charge'] },
  { fact: 'transactions', measure: 'net_payment_cents', of: ['others', 'patient', 'sameDay'] },
  { fact: 'transactions', measure: 'patient_payment_cents', of: ['patient', 'sameDay'] },
  { fact: 'transactions', measure: 'same_day_payment_cents', of: ['sameDay'] },
  { fact: 'transactions', measure: 'adjustment_cents', of: ['contractual', 'other'] },
  { fact: 'transactions', measure: 'contractual_cents', of: ['contractual'] },
  { fact: 'transactions', measure: 'other_adjustment_cents', of: ['other'] },
]

/** Every choice of parts of the payments but none and all of them, which are asked without parts, too. */
const choices: readonly (readonly Kind[])[] = [
  ['others'],
  ['patient'],
  ['sameDay'],
  ['others', 'patient'],
  ['others', 'sameDay'],
  ['patient', 'sameDay'],
]

const taken: readonly (readonly Kind[])[] = [[], ['contractual'], ['other'], ['contractual', 'other']]

/**
 * The small groups that follow from parts of the payments beside charges, adjustments and balances of the whole practice: of
 * every run of months, what each choice of parts, with or without charges and each kind of adjustments, comes to; and what
 * they leave of the charges of these months of service. All that follows by adding and subtracting, balances of later months
 * among it, counts as known, and people are counted plainly: this shares nothing with gate and audit.
 */
export function toldByPartFlows(tables: readonly CubeTable[], entries: readonly Entry[]): string[] {
  const months = [...new Set(entries.flatMap(({ served, posted: at }) => [served ?? at, at]))].sort()
  const vector = (run: readonly string[], some: readonly Kind[]) =>
    new Map(
      run
        .filter((month) => months.includes(month))
        .flatMap((month) =>
          some.map((kind): [number, number] => [
            months.indexOf(month) * kinds.length + kinds.indexOf(kind),
            kind === 'charge' ? 1 : -1,
          ]),
        ),
    )
  const shown = (fact: string, measure: string) => {
    const table = tables.find(({ cube }) => cube.name === fact)
    const all = { months, values: [], dimension: null, named: new Set<string>() }
    return table === undefined ? [] : shownSums(table, measure, all)
  }
  const known = new KnownSums(months.length * kinds.length)
  for (const { fact, measure, of } of posted)
    for (const sum of shown(fact, measure)) known.add(vector(sum.months, of))
  for (const sum of shown('receivables', 'balance_cents')) {
    const [end = ''] = sum.months
    known.add(
      vector(
        months.filter((month) => month <= end),
        kinds,
      ),
    )
  }
  const served = new KnownSums(months.length * kinds.length)
  for (const sum of shown('production', 'charge_cents')) served.add(vector(sum.months, ['charge']))
  return months.flatMap((from, at) =>
    months.slice(at).flatMap((to, more) => {
      const run = months.slice(at, at + more + 1)
      const isIn = (month: string | null): boolean => month !== null && month >= from && month <= to
      const isServedKnown = served.follows(vector(run, ['charge']))
      const asked = choices.flatMap((parts) => taken.map((rest) => [...parts, ...rest]))
      return asked.flatMap((some) => {
        const amount = (of: readonly Kind[]) => (one: Entry) =>
          isIn(one.posted) && of.includes(kindOf(one)) ? (one.what === 'charge' ? 1 : -1) * one.cents : 0
        const own = amount(some)
        const left = (one: Entry): number =>
          (one.what === 'charge' && isIn(one.served) ? one.cents : 0) + own(one)
        const name = `${some.join('+')} ${from} to ${to}`
        const isKnown = known.follows(vector(run, some))
        return [
          ...(isKnown && isFew(entries, own) ? [`posted ${name}`] : []),
          ...(known.follows(vector(run, ['charge', ...some])) && isFew(entries, amount(['charge', ...some]))
            ? [`charged and posted ${name}`]
            : []),
          ...(isKnown && isServedKnown && isFew(entries, left) ? [`charges served less ${name}`] : []),
        ]
      })
    }),
  )
}

function kindOf({ what, part }: Entry): Kind {
  return what === 'payment' ? (part ?? 'others') : what
}
