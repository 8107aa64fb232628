import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { ActivePoint } from '../charts/activePoint.ts'
import { chartTexts } from '../texts/chartTexts.ts'
import type { WalkPoint } from './walkPoints.ts'

interface Props {
  readonly title: string
  readonly summary: string
  readonly points: readonly WalkPoint[]
  readonly onPick?: ((value: string) => void) | undefined
  readonly children: ReactNode
}

/**
 * A drawing as one tab stop: the arrow keys, Home and End go from point to point, each is said and marked, Enter
 * filters by it where the page can, and Escape leaves. To a screen reader the drawing is a picture with its sentence.
 */
export function ChartWalk({ title, summary, points, onPick, children }: Props): ReactNode {
  const [chosen, setActive] = useState<number | null>(null)
  const active = chosen !== null && chosen < points.length ? chosen : null
  const point = active === null ? undefined : points[active]

  function press(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return
    const { pick } = point ?? {}
    if (event.key === 'Enter' && pick !== undefined && onPick) {
      onPick(pick)
    } else if (event.key === 'Escape' && active !== null) {
      setActive(null)
    } else {
      const next = nextPoint(event.key, active, points.length)
      if (next === null) return
      setActive(next)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const canPick = point?.pick !== undefined && onPick !== undefined
  const said = point === undefined ? '' : canPick ? chartTexts.pickablePoint(point.text) : point.text
  return (
    <>
      <div
        className="chart-walk"
        role="application"
        aria-roledescription={chartTexts.chart}
        aria-label={chartTexts.walkName(title)}
        tabIndex={0}
        onKeyDown={press}
        onBlur={() => setActive(null)}
      >
        <div className="chart-picture" role="img" aria-label={`${title}. ${summary}`}>
          <ActivePoint value={active}>{children}</ActivePoint>
        </div>
      </div>
      <p className="chart-said" aria-live="polite">
        {said}
      </p>
    </>
  )
}

/** Where a key leads among `count` points; null for a key that leads nowhere. */
export function nextPoint(key: string, active: number | null, count: number): number | null {
  if (count === 0) return null
  const last = count - 1
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return active === null ? 0 : Math.min(last, active + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return active === null ? last : Math.max(0, active - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
