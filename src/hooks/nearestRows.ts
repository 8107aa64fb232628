import type { Answers } from '../bundle/bundle.ts'
import type { MetricQuery, MetricRow } from '../queries/metricQuery.ts'
import type { AnswerSources } from './answerStore.ts'

/** Rows of queries from the nearest source that has them. */
export interface NearestRows {
  /** Those that are here already; undefined for any other. */
  readonly here: (key: string) => readonly MetricRow[] | undefined
  /** Those of the common answers, or else the engine's. Rejects where the engine cannot tell. */
  readonly find: (key: string, query: MetricQuery) => Promise<readonly MetricRow[]>
  /** Asks for the common answers, once, before any query needs them. Never rejects. */
  readonly warm: () => Promise<void>
  /** Lets the common answers be asked for anew. */
  readonly forgetCommon: () => void
}

/** Over a page's sources; the common answers are asked for once, and those that do not come are none. */
export function nearestRows({ prepared, loadCommon, compute }: AnswerSources): NearestRows {
  let asked: Promise<Answers | null> | null = null
  let common: Answers | null = null
  async function warm(): Promise<void> {
    asked ??= loadCommon().catch(() => null)
    common = await asked
  }

  return {
    here: (key) => prepared.answers[key] ?? common?.answers[key],
    find: async (key, query) => {
      await warm()
      return common?.answers[key] ?? (await compute(query))
    },
    warm,
    forgetCommon: () => {
      asked = null
    },
  }
}
