import { useCallback, useDeferredValue, useEffect, useMemo, type ReactNode } from 'react'
import { isOpenTo } from '../bundle/audienceOfQuery.ts'
import type { Answers } from '../bundle/bundle.ts'
import type { Bundle } from '../bundle/openBundle.ts'
import type { AnsweredPage } from '../bundle/openPage.ts'
import { dashboards } from '../dashboards/dashboards.ts'
import { exploreQueries } from '../dashboards/exploreQueries.ts'
import { defaultExplore } from '../dashboards/exploreState.ts'
import { createAnswerStore } from '../hooks/answerStore.ts'
import { createEngine } from '../hooks/engine.ts'
import { useAnswers } from '../hooks/useAnswers.ts'
import { useEngineState } from '../hooks/useEngineState.ts'
import { useExploreState } from '../hooks/useExploreState.ts'
import { warmWhenIdle } from '../hooks/warmWhenIdle.ts'
import { EngineNotice } from './EngineNotice.tsx'
import { ExploreForm } from './ExploreForm.tsx'
import { ExploreResult } from './ExploreResult.tsx'
import { FilterBar } from './FilterBar.tsx'
import { needOf } from './needOf.ts'
import { Notices } from './Notices.tsx'
import { SqlBox } from './SqlBox.tsx'
import { whyNotOffered } from './splitOffers.ts'
import { ViewLine } from './ViewLine.tsx'

interface Props {
  readonly opened: AnsweredPage
}

/** Any number by what it is published by, over any months; and the tables themselves, for those who write SQL. */
export function ExplorePage({ opened }: Props): ReactNode {
  const { practice, bundle } = opened
  const { state, notices, setState } = useExploreState(practice)
  const { store, engine } = useMemo(() => sourcesOf(opened), [opened])
  const reader = useMemo(() => ({ practice, audience: bundle.audience }), [practice, bundle])
  const queries = useMemo(() => {
    const isOffered = whyNotOffered(state, reader) === null
    return isOffered ? exploreQueries(state, practice).map(({ query }) => query) : []
  }, [state, reader, practice])
  const { get, version } = useAnswers(store, queries)
  const engineState = useEngineState(engine)
  useEffect(() => warmWhenIdle(engine), [engine])
  const input = useMemo(() => ({ practice, state, get, version }), [practice, state, get, version])
  const drawn = useDeferredValue(input)
  const retry = useCallback(() => {
    engine.reset()
    store.retry()
  }, [engine, store])
  const inPage = useCallback(
    (next: { period: typeof state.period; filters: typeof state.filters }) => setState({ ...state, ...next }),
    [state, setState],
  )

  return (
    <>
      <ExploreForm state={state} reader={reader} onChange={setState} />
      <FilterBar compares={false} practice={practice} state={state} onChange={inPage} />
      <ViewLine
        practice={practice}
        state={state}
        onChange={inPage}
        offer={null}
        usual={defaultExplore(practice).period}
      />
      <Notices notices={notices} />
      <EngineNotice
        state={engineState}
        {...needOf(queries.map(get))}
        onRetry={retry}
        onAllow={engine.allow}
      />
      <ExploreResult input={drawn} />
      <SqlBox engine={engine} reader={reader} />
    </>
  )
}

function sourcesOf({ bundle, prepared, practice, root }: AnsweredPage) {
  const engine = createEngine(bundle, new URL(root, location.href), practice.spans)
  const store = createAnswerStore({
    prepared,
    loadCommon: () => preparedForPages(bundle),
    isOpen: (query) => isOpenTo(bundle.audience, query),
    compute: engine.compute,
  })
  return { engine, store }
}

/** What is prepared for the pages of numbers, all together; a tenth of what the engine takes to fetch. */
async function preparedForPages(bundle: Bundle): Promise<Answers> {
  const parts = dashboards.map(({ id }) => `answers/${id}`).filter((part) => bundle.has(part))
  const pages = await Promise.all(parts.map((part) => bundle.readJson<Answers>(part)))
  return {
    page: 'explore',
    answers: Object.assign({}, ...pages.map(({ answers }) => answers)) as Answers['answers'],
  }
}
