import type { ReactNode } from 'react'
import { merged } from '../cubes/cube.ts'
import { keptPrivate } from '../format/keptPrivate.ts'

/** How small groups are protected, for whoever reads the numbers. */
export function SmallGroups(): ReactNode {
  return (
    <section className="card panel" aria-labelledby="small-groups">
      <h2 id="small-groups">How small groups are protected</h2>
      <p>
        A number that could tell something about a single patient or employee is not shown by itself: it is
        added up with others as “{merged}”. Now and then a large group is merged as well, because the small
        one could be found by subtraction otherwise. Such a number reads “{keptPrivate}”. More people stand
        behind a quarter than behind a month, so quarters show more than their single months do. A total is
        shown whole, to the cent, or not at all.
      </p>
    </section>
  )
}
