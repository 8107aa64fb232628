import type { ReactNode } from 'react'
import { sectionTexts } from '../texts/sectionTexts.ts'
import { Tile } from './Tile.tsx'
import type { TileView } from './tileView.ts'

interface Props {
  readonly views: readonly TileView[]
  readonly root: string
  readonly onOpen: (metric: string) => void
}

/**
 * A section's tiles; those that this reader or this choice cannot have are a line for each reason, below the others.
 * Why some could not be computed is said once for the page (`EngineNotice`).
 */
export function SectionTiles({ views, root, onOpen }: Props): ReactNode {
  const shown = views.filter(({ state }) => !isMissing(state))
  const reasons = Map.groupBy(
    views.filter(({ state }) => isMissing(state)),
    ({ value, target, state }) => (state === 'failed' ? value : `${value} ${target}`),
  )
  return (
    <>
      {shown.length > 0 && (
        <div className="tiles" role="group" aria-label={sectionTexts.keyFigures}>
          {shown.map((view) => (
            <Tile key={view.metric} view={view} onOpen={() => onOpen(view.metric)} />
          ))}
        </div>
      )}
      {[...reasons.values()].map((missing) => (
        <MissingTiles key={missing[0]?.metric} missing={missing} root={root} />
      ))}
    </>
  )
}

/** Whether a tile can say nothing, however long it is waited for. */
function isMissing(state: TileView['state']): boolean {
  return state === 'unavailable' || state === 'owners' || state === 'failed'
}

/** The names of numbers that are missing for one reason, each with its definition, and the reason. */
function MissingTiles({
  missing,
  root,
}: { readonly missing: readonly TileView[] } & Pick<Props, 'root'>): ReactNode {
  const [first] = missing
  if (first === undefined) return null
  return (
    <p className="missing">
      <b>{first.value}</b>
      {': '}
      {missing.map(({ metric, label }, index) => (
        <span key={metric} data-missing={metric}>
          {index > 0 && ', '}
          <a href={`${root}definitions/#${metric}`}>{label}</a>
        </span>
      ))}
      {first.state === 'failed' ? '.' : sectionTexts.because(first.target)}
    </p>
  )
}
