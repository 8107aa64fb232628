import { useCallback, useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react'
import detailStyles from '../styles/details.css?url'
import { isOpenTo } from '../bundle/audienceOfQuery.ts'
import type { Answers } from '../bundle/bundle.ts'
import type { AnsweredPage } from '../bundle/openPage.ts'
import type { Dashboard } from '../dashboards/dashboard.ts'
import { detailQueries, listQueries } from '../dashboards/laterQueries.ts'
import { pageQueries } from '../dashboards/pageQueries.ts'
import { isDefaultState } from '../dashboards/preparedStates.ts'
import { createAnswerStore } from '../hooks/answerStore.ts'
import { createEngine } from '../hooks/engine.ts'
import { useAnswers } from '../hooks/useAnswers.ts'
import { useEngineState } from '../hooks/useEngineState.ts'
import { LineIsFree, useLineIsFree } from '../hooks/useLineIsFree.ts'
import { usePageState } from '../hooks/usePageState.ts'
import { warmWhenIdle } from '../hooks/warmWhenIdle.ts'
import { headlineOf } from '../letter/headline.ts'
import { metricById } from '../metrics/metrics.ts'
import { addStyles } from './addStyles.ts'
import { detailLinks } from './detailLinks.ts'
import { DetailTrend } from './DetailTrend.tsx'
import { EngineNotice } from './EngineNotice.tsx'
import { FilterBar } from './FilterBar.tsx'
import { needOf } from './needOf.ts'
import { Headline } from './Headline.tsx'
import { Letter } from './Letter.tsx'
import { Notices } from './Notices.tsx'
import { quarterOffer } from './quarterOffer.ts'
import { PageSection } from './PageSection.tsx'
import { SectionCharts } from './SectionCharts.tsx'
import { SectionTiles } from './SectionTiles.tsx'
import { TileDetails } from './TileDetails.tsx'
import { tileDetailsView } from './tileDetailsView.ts'
import { tileView } from './tileView.ts'
import { ViewLine } from './ViewLine.tsx'
import { WhyItChanged } from './WhyItChanged.tsx'

interface Props {
  readonly dashboard: Dashboard
  readonly opened: AnsweredPage
}

/** A page of numbers: filters, tiles, charts and the details of a tile. */
export function DashboardPage({ dashboard, opened }: Props): ReactNode {
  const { practice, root } = opened
  const reader = { practice, audience: opened.bundle.audience }
  const { state, notices, setState } = usePageState(practice)
  const { store, engine } = useMemo(() => sourcesOf(dashboard, opened), [dashboard, opened])
  const queries = useMemo(() => pageQueries(dashboard, practice, state), [dashboard, practice, state])
  const [detailed, setDetailed] = useState<string | null>(null)
  // What the page shows first is asked for first.
  const asked = useMemo(
    () => [
      ...queries,
      ...listQueries(dashboard, practice),
      ...(detailed === null ? [] : detailQueries(detailed, practice, state)),
    ],
    [queries, dashboard, practice, detailed, state],
  )
  const { get, version } = useAnswers(store, asked)
  const engineState = useEngineState(engine)
  useEffect(() => warmWhenIdle(engine), [engine])
  const isLineFree = useLineIsFree(store)
  // The first number does without; details that were not dressed could still be read.
  useEffect(() => void addStyles(detailStyles).catch(() => null), [])

  const input = useMemo(() => ({ practice, state, get, version }), [practice, state, get, version])
  // Numbers first: drawing takes longer, and yields to the next choice of a filter.
  const drawn = useDeferredValue(input)
  const offer = useMemo(() => quarterOffer(dashboard, drawn), [dashboard, drawn])
  const headline =
    dashboard.signals && isDefaultState(state, practice)
      ? (headlineOf({ dashboard, practice, get }) ?? opened.headline)
      : null
  const retry = useCallback(() => {
    engine.reset()
    store.retry()
  }, [engine, store])

  return (
    <LineIsFree value={isLineFree}>
      {headline && <Headline headline={headline} />}
      <FilterBar practice={practice} state={state} onChange={setState} />
      <ViewLine {...{ practice, state }} onChange={setState} offer={offer} />
      <Notices notices={notices} />
      <EngineNotice
        state={engineState}
        {...needOf(queries.map(get))}
        onRetry={retry}
        onAllow={engine.allow}
      />
      {dashboard.sections.map((section) => (
        <PageSection key={section.id} section={section}>
          <SectionTiles
            views={section.tiles.map((id) => tileView({ metric: metricById(id), ...input }))}
            root={root}
            onOpen={setDetailed}
          />
          {dashboard.signals && <Letter {...{ dashboard, practice, state, get, root }} onChange={setState} />}
          <SectionCharts charts={section.charts} input={drawn} onChange={setState} />
        </PageSection>
      ))}
      {detailed !== null && (
        <TileDetails
          view={tileDetailsView({ metric: metricById(detailed), ...input })}
          links={detailLinks({ metric: metricById(detailed), state, root, page: dashboard.title, ...reader })}
          onClose={() => setDetailed(null)}
        >
          <DetailTrend metric={detailed} input={input} onRetry={retry} />
          <WhyItChanged input={{ metric: metricById(detailed), ...input }} onRetry={retry} />
        </TileDetails>
      )}
    </LineIsFree>
  )
}

function sourcesOf(dashboard: Dashboard, { bundle, prepared, practice, root }: AnsweredPage) {
  const engine = createEngine(bundle, new URL(root, location.href), practice.spans)
  const common = `answers/${dashboard.id}-filters`
  const store = createAnswerStore({
    prepared,
    loadCommon: async () => (bundle.has(common) ? bundle.readJson<Answers>(common) : null),
    isOpen: (query) => isOpenTo(bundle.audience, query),
    compute: engine.compute,
  })
  return { engine, store }
}
