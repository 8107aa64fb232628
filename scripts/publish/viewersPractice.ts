import { isOpenTo } from '../../src/bundle/audienceOfQuery.ts'
import type { Practice, Target } from '../../src/bundle/bundle.ts'
import { metrics } from '../../src/metrics/metrics.ts'
import { termsOf } from '../../src/queries/canAnswer.ts'
import { leadOf } from '../../src/queries/dataSpans.ts'
import type { MetricQuery } from '../../src/queries/metricQuery.ts'

/**
 * Who sees providers' names; all others see aliases. It is about staff, and a choice of the practice: whatever
 * it is, the same tables have passed the same gate, sealed for the same people.
 */
export type NameReaders = 'owners' | 'everyone'

/**
 * The practice for viewers, from the one that is kept: without the names behind the aliases, the providers
 * in the order of their numbers (the roster's would be a hint), and without goals for what a viewer cannot see.
 */
export function viewersPractice(practice: Practice, readers: NameReaders): Practice {
  const told = {
    ...practice,
    targets: practice.targets.filter(isViewers),
    ...viewersLacks(practice),
    ...viewersSpans(practice),
  }
  if (readers === 'everyone') return told
  const { names, ...rest } = told
  const aliases = Object.keys(names?.provider ?? {})
  const place = (value: string) => (aliases.includes(value) ? aliases.indexOf(value) : aliases.length)
  const provider = practice.filters.provider.toSorted((a, b) => place(a) - place(b))
  return { ...rest, filters: { ...practice.filters, provider } }
}

/** What the rows do not say, as far as a number of the viewers' needs it. */
function viewersLacks({ lacks }: Practice): Pick<Practice, 'lacks'> {
  if (!lacks) return {}
  const shown = metrics.filter(({ id }) => isOpenTo('viewer', wholeOf(id)))
  return { lacks: lacks.filter((name) => shown.some(({ needs = [] }) => needs.includes(name))) }
}

/** Months with data of what a number of the viewers' reads; of pay and costs they are told nothing. */
function viewersSpans({ spans }: Practice): Pick<Practice, 'spans'> {
  if (!spans) return {}
  const shown = metrics.filter(({ id }) => isOpenTo('viewer', wholeOf(id)))
  const leads = new Set<string | null>(shown.flatMap(termsOf).map(({ fact }) => leadOf[fact]))
  return { spans: Object.fromEntries(Object.entries(spans).filter(([lead]) => leads.has(lead))) }
}

/** Which tables are read does not depend on it. */
const anyPeriod = { from: '2000-01', to: '2000-01' } as const

/** Whether viewers may know the metric, and where the goal is for a part of the practice, by that too. */
function isViewers({ metric, scope, scopeId }: Target): boolean {
  const whole = wholeOf(metric)
  const part = scope === 'practice' ? whole : { ...whole, where: { [scope]: [scopeId ?? ''] } }
  return [whole, part].every((query) => isOpenTo('viewer', query))
}

function wholeOf(metric: string): MetricQuery {
  return { metric, by: [], where: {}, period: anyPeriod }
}
