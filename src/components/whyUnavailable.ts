import type { Practice } from '../bundle/bundle.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { inputs, type Input } from '../cubes/inputs.ts'
import { whereOf } from '../dashboards/whereOf.ts'
import type { Metric } from '../metrics/metric.ts'
import { missingFacts } from '../metrics/missingFacts.ts'
import { missingInputs } from '../metrics/missingInputs.ts'
import type { Dimension } from '../cubes/cube.ts'
import { askedDimensions, canAnswer } from '../queries/canAnswer.ts'
import { whyTexts } from '../texts/whyTexts.ts'
import { lacksLines } from '../queries/lacksLines.ts'

/** Why a metric has no answer in a page's state, split by `by`; a sentence, or null if it has one. */
export function whyUnavailable(
  metric: Metric,
  practice: Practice,
  state: PageState,
  by: readonly ('month' | Dimension)[] = [],
): string | null {
  // First: a tab that does not say it may leave a whole table without rows, and naming the tab would mislead.
  const [missing] = missingInputs(metric, practice)
  if (missing !== undefined) {
    return needs(inputs[missing])
  }
  if (missingFacts(metric, practice).length > 0) {
    return whyTexts.needsTabs(metric.tabs)
  }
  const query = { metric: metric.id, by, where: whereOf(state), period: state.period }
  if (lacksLines(metric, askedDimensions(query), practice)) {
    return whyTexts.wholeOnly(needs(inputs.billing_lines))
  }
  const possible = canAnswer(metric, query)
  return possible.ok ? null : possible.reason
}

function needs({ what, tab, because = whyTexts.tabSilent(tab) }: Input): string {
  return whyTexts.needs(what, because)
}
