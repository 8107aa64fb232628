import type { ChartFormat } from './chartData.ts'

interface Props {
  readonly format: ChartFormat
  /** Given by Recharts. */
  readonly active?: boolean
  readonly label?: string | number
  readonly payload?: readonly {
    readonly name?: string | number
    readonly value?: unknown
    readonly dataKey?: unknown
  }[]
}

/** What a pointer over a plot shows: the category, and each series with its value. */
export function ChartTip({ format, active, label, payload }: Props): React.ReactNode {
  if (!active || !payload?.length) return null
  return (
    <div className="tip">
      <strong>{label}</strong>
      {payload.map(({ name, value, dataKey }) => (
        <div key={String(dataKey)}>
          <span>{name}</span>
          <b>{format.full(typeof value === 'number' ? value : null)}</b>
        </div>
      ))}
    </div>
  )
}
