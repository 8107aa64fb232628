import { useContext } from 'react'
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import { ActivePoint } from './activePoint.ts'
import { labelWidth, lineHeight, placeLabels } from './plotLabels.ts'

/** A name beside the plot: where its line ends (a value of the axis), and its colour. */
export interface EndLabel {
  readonly id: string
  readonly lines: readonly string[]
  readonly value: number
  readonly color: string
}

const gap = 14

/** The margin that labels need at the right of a plot. */
export function endMargin(labels: readonly Pick<EndLabel, 'lines'>[]): number {
  return labels.length === 0 ? 0 : Math.ceil(labelWidth(labels.map(({ lines }) => lines))) + gap + 4
}

/** Names at the ends of lines, or beside the layers of the last column, moved apart; a tick joins each to its end. */
export function EndLabels({ labels }: { readonly labels: readonly EndLabel[] }): React.ReactNode {
  const area = usePlotArea()
  const scale = useYAxisScale()
  if (!area || !scale) return null
  const ends = labels.map(({ lines, value }) => ({ lines, at: scale(value) ?? area.y }))
  const left = area.x + area.width
  return (
    <g className="end-labels">
      {placeLabels(ends, area.y - 6, area.y + area.height + 6).map(({ lines, at, top }, index) => {
        const label = labels[index]
        const middle = top + (lines.length * lineHeight) / 2
        return (
          <g key={label?.id}>
            <path
              d={`M${String(left + 1)} ${String(at)}L${String(left + gap - 4)} ${String(middle)}`}
              stroke={label?.color}
              strokeWidth="2"
              fill="none"
            />
            {lines.map((line, row) => (
              <text key={line} x={left + gap} y={top + row * lineHeight + 10}>
                {line}
              </text>
            ))}
          </g>
        )
      })}
    </g>
  )
}

interface ValueProps {
  readonly category: string
  readonly value: number
  readonly text: string
  /** Whether a line comes down to it, which a text above would cover. */
  readonly isBelow: boolean
}

/** A value written at its mark, inside the plot. */
export function ValueLabel({ category, value, text, isBelow }: ValueProps): React.ReactNode {
  const area = usePlotArea()
  const [x, y] = [useXAxisScale()?.(category, { position: 'middle' }), useYAxisScale()?.(value)]
  if (!area || x === undefined || y === undefined) return null
  const half = (text.length * 6.6) / 2
  const right = area.x + area.width + 20
  return (
    <text
      className="value-label"
      x={Math.max(area.x + half, Math.min(x, right - half))}
      y={(isBelow || value < 0) && y + 18 < area.y + area.height ? y + 17 : y - 8}
      textAnchor="middle"
    >
      {text}
    </text>
  )
}

/** The target's words, on its line. */
export function TargetLabel({
  value,
  label,
}: {
  readonly value: number
  readonly label: string
}): React.ReactNode {
  const area = usePlotArea()
  const y = useYAxisScale()?.(value)
  if (!area || y === undefined) return null
  return (
    <text className="target-label" x={area.x + 2} y={y - area.y < 14 ? y + 14 : y - 5}>
      {label}
    </text>
  )
}

/** A small hollow square on the axis wherever a value is kept private, so that a gap is no missing data. */
export function WithheldMarks({ categories }: { readonly categories: readonly string[] }): React.ReactNode {
  const area = usePlotArea()
  const scale = useXAxisScale()
  if (!area || !scale) return null
  return categories.map((category) => {
    const x = scale(category, { position: 'middle' })
    if (x === undefined) return null
    return (
      <rect
        key={category}
        className="withheld-mark"
        x={x - 3}
        y={area.y + area.height - 9}
        width="6"
        height="6"
      />
    )
  })
}

/** A line through the point that the arrow keys have reached. */
export function ActiveMark({ categories }: { readonly categories: readonly string[] }): React.ReactNode {
  const active = useContext(ActivePoint)
  const area = usePlotArea()
  const x = useXAxisScale()?.(active === null ? null : categories[active], { position: 'middle' })
  if (active === null || !area || x === undefined) return null
  return <path className="active-mark" d={`M${String(x)} ${String(area.y)}v${String(area.height)}`} />
}
