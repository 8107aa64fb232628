import type { ReactNode } from 'react'
import { merged } from '../cubes/cube.ts'
import { whyTexts } from '../texts/whyTexts.ts'
import { keptPrivate } from '../format/keptPrivate.ts'

/** How small groups are protected, for whoever reads the numbers. */
export function SmallGroups(): ReactNode {
  return (
    <section className="card panel" aria-labelledby="small-groups">
      <h2 id="small-groups">{whyTexts.smallGroups}</h2>
      <p>{whyTexts.smallGroupsText(merged, keptPrivate)}</p>
    </section>
  )
}
