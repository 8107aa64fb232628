import type { Happening } from '../helpers/peopleOf.ts'
import type { Shape } from './practiceShape.ts'

/**
 * The work RVUs of the visits, by provider and month of service, in hundredths: of all, most or few lines something says
 * them; some lines are voided, and one patient's may be most of the work.
 */
export function workOf({ dice, giant }: Shape, visits: readonly Happening[]): Happening[] {
  const valued = dice.pick([1, 0.9, 0.1])
  return visits.flatMap(({ month, person, at: { provider = '' } }) => {
    if (!dice.chance(valued)) return []
    const worth = dice.pick([18, 97, 130, 192, 260]) * (person >= 0 && person === giant ? 500 : 1)
    const line = (wrvu_hundredths: number) => ({ month, person, at: { provider }, adds: { wrvu_hundredths } })
    return dice.chance(0.03) ? [line(worth), line(-worth)] : [line(worth)]
  })
}
