import type { Audience } from '../cubes/audience.ts'
import type { Answer } from '../hooks/answerStore.ts'
import { queryKey, type MetricQuery } from '../queries/metricQuery.ts'
import { isOpenTo } from './audienceOfQuery.ts'
import type { Answers } from './bundle.ts'

/** What a page's prepared answers tell an audience of a query, before anything else is asked. */
export function preparedAnswers({ answers }: Answers, audience: Audience): (query: MetricQuery) => Answer {
  return (query) => {
    const rows = answers[queryKey(query)]
    if (rows) return { status: 'ready', rows }
    return { status: isOpenTo(audience, query) ? 'loading' : 'owners' }
  }
}
