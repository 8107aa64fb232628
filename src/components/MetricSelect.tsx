import type { ReactNode } from 'react'
import { isOpenTo } from '../bundle/audienceOfQuery.ts'
import type { ExploreState } from '../dashboards/exploreState.ts'
import type { Metric } from '../metrics/metric.ts'
import { metricById, metrics } from '../metrics/metrics.ts'
import { metricGroups } from './metricGroups.ts'
import { ownersOnly } from './ownersOnly.ts'
import type { Reader } from './splitOffers.ts'
import { whyUnavailable } from './whyUnavailable.ts'

interface Props {
  /** What a number's name, summary or tag must hold; '' for all. */
  readonly find: string
  readonly state: ExploreState
  readonly reader: Reader
  readonly onChange: (metric: string) => void
}

/** Every number in the groups of the definitions, as far as it is what was looked for; those not to be had say why. */
export function MetricSelect({ find, state, reader, onChange }: Props): ReactNode {
  const found = metrics.filter((metric) => isFound(metric, find))
  const current = metricById(state.metric)
  return (
    <>
      <label>
        Number
        <select value={state.metric} onChange={(event) => onChange(event.target.value)}>
          {!found.includes(current) && <option value={current.id}>{current.label}</option>}
          {metricGroups.map(({ title, bases }) => {
            const group = found.filter(({ dateBasis }) => bases.includes(dateBasis))
            return group.length === 0 ? null : (
              <optgroup key={title} label={title}>
                {group.map((metric) => (
                  <MetricOption key={metric.id} metric={metric} state={state} reader={reader} />
                ))}
              </optgroup>
            )
          })}
        </select>
      </label>
      <p className="visually-hidden" role="status">
        {find.trim() === '' ? '' : `${String(found.length)} of ${String(metrics.length)} numbers found.`}
      </p>
    </>
  )
}

function MetricOption({
  metric,
  state,
  reader,
}: Pick<Props, 'state' | 'reader'> & { readonly metric: Metric }): ReactNode {
  const why = whyMissing(metric, state, reader)
  return (
    <option value={metric.id} disabled={why !== null && metric.id !== state.metric}>
      {why === null ? metric.label : `${metric.label}: ${why}`}
    </option>
  )
}

/** Why a number is not there for a reader, however it is split; null if it is. */
function whyMissing(metric: Metric, { period }: ExploreState, { practice, audience }: Reader): string | null {
  const needs = whyUnavailable(metric, practice, { period, filters: {} })
  if (needs !== null) return lowerFirst(needs)
  const whole = { metric: metric.id, by: [], where: {}, period }
  return isOpenTo(audience, whole) ? null : lowerFirst(ownersOnly)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
}

/** Every word of what is looked for is in the name, the summary, the tag or the tabs. */
function isFound({ label, summary, kpi, id, tabs }: Metric, find: string): boolean {
  const text = [label, summary, kpi, id, ...tabs].join(' ').toLowerCase()
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
