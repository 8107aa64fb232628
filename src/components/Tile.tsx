import type { ReactNode } from 'react'
import { tileTexts } from '../texts/tileTexts.ts'
import { sparkShape } from './sparkShape.ts'
import type { TileView } from './tileView.ts'

interface Props {
  readonly view: TileView
  /** Absent while the page is not interactive. */
  readonly onOpen?: () => void
}

/**
 * One number with all that it needs to be read. The same markup is rendered into the page at build, with
 * empty values; `fillTile` puts the first numbers into it, by `data-part`, before this component mounts.
 */
export function Tile({ view, onOpen }: Props): ReactNode {
  return (
    <article
      id={view.metric}
      className="card tile"
      data-metric={view.metric}
      data-state={view.state}
      data-span={view.span}
    >
      <h2 className="tile-label">
        <button type="button" aria-haspopup="dialog" onClick={onOpen}>
          {view.label}
        </button>
      </h2>
      <p className="tile-value">
        <b data-part="value" className={view.state === 'ready' ? '' : 'quiet'}>
          {view.value}
        </b>
        <span data-part="unit">{view.unit}</span>
      </p>
      <Spark view={view} />
      <p className="tile-status">
        <span data-part="status" className={`badge ${view.status}`}>
          {view.statusWord}
        </span>
        <span data-part="target">{view.target}</span>
      </p>
      <p className="tile-changes">
        {view.changes.map((change, index) => (
          <span key={index} data-part={`change-${index}`} className={`change ${change.tone}`}>
            <b>{change.text}</b> <span>{change.against}</span>
          </span>
        ))}
      </p>
      <p className="tile-basis">
        <span data-part="basis">{view.basis}</span>
        <span>
          <span data-part="maturity" className={`maturity ${view.maturity}`}>
            {view.maturityWord}
          </span>
          <span data-part="as-of">{view.asOf}</span>
        </span>
      </p>
    </article>
  )
}

/** The line of the last 13 months, with a dot on the last final one, over the target's good side. */
function Spark({ view }: Pick<Props, 'view'>): ReactNode {
  const { band, target, pending, line, end } = sparkShape(view)
  return (
    <div className="tile-spark" aria-hidden="true" title={tileTexts.sparkTitle}>
      <svg viewBox="0 0 100 40" preserveAspectRatio="none" fill="none">
        <path data-part="spark-band" d={band} />
        <path data-part="spark-target" d={target} vectorEffect="non-scaling-stroke" />
        <path data-part="spark-pending" d={pending} vectorEffect="non-scaling-stroke" />
        <path data-part="spark" d={line} vectorEffect="non-scaling-stroke" />
        <path data-part="spark-end" d={end} vectorEffect="non-scaling-stroke" />
      </svg>
      <span data-part="range">{view.sparkRange}</span>
    </div>
  )
}
