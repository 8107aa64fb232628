import { summarizeDrivers } from '../charts/summarizeDrivers.ts'
import type { WaterfallStep } from '../charts/WaterfallPlot.tsx'
import type { ShownSplit } from '../drivers/shownSplit.ts'
import { formatChange } from '../format/formatChange.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import type { Metric } from '../metrics/metric.ts'
import type { Period } from '../periods/month.ts'
import { plotTexts } from '../texts/plotTexts.ts'
import type { DrawnChart } from './drawnChart.ts'

/** The two periods that a change lies between. */
export interface ChangePeriods {
  readonly before: Period
  readonly after: Period
}

/** A split change as a drawing, a sentence and a table, which adds up from the earlier value to the later one. */
export function waterfallView(metric: Metric, split: ShownSplit, periods: ChangePeriods): DrawnChart {
  const difference = split.after - split.before
  const names = { before: formatPeriod(periods.before), after: formatPeriod(periods.after) }
  return {
    plot: { kind: 'waterfall', steps: stepsOf(metric, split, difference) },
    summary: summarizeDrivers({
      head: headOf(metric, difference),
      against: names.before,
      drivers: split.drivers.map(({ effect, lifting, lowering }) => ({
        words: effect < 0 ? lowering : lifting,
        effect: effectText(metric, effect),
        size: Math.abs(effect),
      })),
    }),
    table: {
      columns: [
        { label: plotTexts.driver, unit: 'text' },
        { label: metric.label, unit: metric.unit },
      ],
      rows: [
        [names.before, split.before],
        ...split.drivers.map(({ label, effect }) => [label, effect]),
        [names.after, split.after],
      ],
    },
    ...(split.note === '' ? {} : { note: split.note }),
  }
}

function stepsOf(metric: Metric, { drivers }: ShownSplit, difference: number): WaterfallStep[] {
  const ends = drivers.map((_, at) => drivers.slice(0, at + 1).reduce((sum, { effect }) => sum + effect, 0))
  const steps = drivers.map(({ label, effect }, at): WaterfallStep => ({
    label,
    from: at === 0 ? 0 : (ends[at - 1] ?? 0),
    to: ends[at] ?? 0,
    text: effectText(metric, effect),
    tone: toneOf(metric, effect),
  }))
  const text = effectText(metric, difference)
  return [...steps, { label: plotTexts.change, from: 0, to: difference, text, tone: 'none' }]
}

/** With its sign: dollars, points or days; `$0`, `0.0 pts` where it rounds to nothing. */
function effectText({ unit }: Metric, effect: number): string {
  return formatChange(unit, effect, 0)
}

function headOf(metric: Metric, difference: number): string {
  const text = effectText(metric, difference)
  if (!/[1-9]/.test(text)) return plotTexts.unchanged
  const by = text.replace(/^[+−]/, '')
  return difference < 0 ? plotTexts.down(by) : plotTexts.up(by)
}

function toneOf({ direction }: Metric, effect: number): WaterfallStep['tone'] {
  if (direction === 'context' || effect === 0) return 'none'
  return effect > 0 === (direction === 'up') ? 'good' : 'bad'
}
