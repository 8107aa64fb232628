import type { Practice } from '../bundle/bundle.ts'
import { tileView } from '../components/tileView.ts'
import { goalsMissedView } from '../components/goalsMissedView.ts'
import type { Dashboard } from '../dashboards/dashboard.ts'
import { defaultState } from '../dashboards/preparedStates.ts'
import { signalPeriod } from '../signals/signalQueries.ts'
import { formatChange } from '../format/formatChange.ts'
import { formatCount } from '../format/formatCount.ts'
import { formatList } from '../format/formatList.ts'
import { formatMoney } from '../format/formatMoney.ts'
import { formatMonth } from '../format/formatMonth.ts'
import type { Answer } from '../hooks/answerStore.ts'
import { maturityOf } from '../metrics/maturityOf.ts'
import { metricById } from '../metrics/metrics.ts'
import { addMonths, type Month } from '../periods/month.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'
import { letterTexts } from '../texts/letterTexts.ts'

/** The first sentences of the Overview, of the whole practice in its last closed month. */
export interface Headline {
  /** How much came in, against the budget and the year before. */
  readonly lead: string
  /** How the vital signs stand, and how many goals need attention; perhaps none. */
  readonly rest: readonly string[]
}

/** What a headline is made from. */
export interface LetterInput {
  readonly dashboard: Dashboard
  readonly practice: Practice
  readonly get: (query: MetricQuery) => Answer
}

/**
 * The headline, made of published values alone, none of a month that is open or still maturing; null while an answer is
 * on its way, and where neither collections nor visits of the month are known. Pure: the sync prepares it, the page computes
 * the same.
 */
export function headlineOf(input: LetterInput): Headline | null {
  const lead = moneyLead(input) ?? visitsLead(input)
  if (lead === null) return null
  return { lead, rest: [standing(input), goals(input)].filter((sentence) => sentence !== null) }
}

function moneyLead({ practice, get }: LetterInput): string | null {
  const month = practice.months.lastClosed
  const value = valueAt('net_collections', month, { practice, get })
  if (value === null) return null
  const budget = valueAt('collections_vs_budget_rate', month, { practice, get })
  return (
    letterTexts.broughtIn(formatMonth(month, 'long'), formatMoney(value)) +
    letterTexts.compared([
      ...(budget === null ? [] : [againstBudget(budget)]),
      ...againstYearBefore('net_collections', value, { practice, get }),
    ])
  )
}

function visitsLead({ practice, get }: LetterInput): string | null {
  const month = practice.months.lastClosed
  const value = valueAt('completed_visits', month, { practice, get })
  if (value === null) return null
  return (
    letterTexts.visited(formatMonth(month, 'long'), formatCount(value)) +
    letterTexts.compared(againstYearBefore('completed_visits', value, { practice, get }))
  )
}

function againstBudget(rate: number): string {
  const share = unsigned(formatChange('money', rate, 1))
  return isNothing(share) ? letterTexts.onBudget : letterTexts.offBudget(share, rate > 1)
}

/** Nothing where the year before has no value, or none that is above 0. */
function againstYearBefore(metric: string, value: number, from: Source): string[] {
  const month = addMonths(from.practice.months.lastClosed, -12)
  const before = valueAt(metric, month, from)
  if (before === null || before <= 0) return []
  const share = unsigned(formatChange('money', value, before))
  const name = formatMonth(month, 'long')
  return [isNothing(share) ? letterTexts.asInMonth(name) : letterTexts.offMonth(share, value > before, name)]
}

/** How many of the page's tiles are on target, of those that have one and are final. */
function standing({ dashboard, practice, get }: LetterInput): string | null {
  const state = defaultState(practice)
  const views = dashboard.tiles.map((id) => tileView({ metric: metricById(id), practice, state, get }))
  const judged = views.filter(({ status }) => status !== 'none')
  if (judged.length === 0) return null
  const [good, near, off] = (['good', 'watch', 'bad'] as const).map((each) =>
    judged.filter(({ status }) => status === each),
  )
  if (good?.length === judged.length) return letterTexts.allOnTarget(judged.length)
  const [nearIt, offIt] = [near?.length ?? 0, off?.length ?? 0]
  const parts = [
    letterTexts.onIt(good?.length ?? 0),
    ...(nearIt > 0 ? [letterTexts.nearIt(nearIt)] : []),
    ...(offIt > 0 ? [letterTexts.offIt(offIt)] : []),
  ]
  return letterTexts.standing(
    judged.length,
    parts,
    formatList((off ?? []).map(({ label }) => inSentence(label))),
  )
}

function goals({ dashboard, practice, get }: LetterInput): string | null {
  const view = goalsMissedView(dashboard, practice, get)
  return view.status === 'ready' && view.lines.length > 0 ? letterTexts.goalsMissed(view.lines.length) : null
}

type Source = Pick<LetterInput, 'practice' | 'get'>

/** A metric of the whole practice in a month; null if it is not known, not shown or not final. */
function valueAt(id: string, month: Month, { practice, get }: Source): number | null {
  if (maturityOf(metricById(id), month, practice) !== 'final') return null
  const answer = get({ metric: id, by: ['month'], where: {}, period: signalPeriod(practice) })
  if (answer.status !== 'ready') return null
  return answer.rows.find((row) => row.month === month)?.value ?? null
}

/** A name within a sentence: an abbreviation keeps its capitals, and what follows a comma stands in brackets. */
function inSentence(label: string): string {
  const name = label.replace(/, (.*)$/, ' ($1)')
  return /^[A-Z][a-z-]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

function unsigned(text: string): string {
  return text.replace(/^[+−]/, '')
}

function isNothing(text: string): boolean {
  return !/[1-9]/.test(text)
}
