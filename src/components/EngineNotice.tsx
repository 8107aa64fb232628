import { formatAverage } from '../format/formatCount.ts'
import type { EngineState } from '../hooks/engine.ts'
import { engineTexts } from '../texts/engineTexts.ts'

interface Props {
  readonly state: EngineState
  /** Whether some number on the page waits for the engine, or went without an answer. */
  readonly needed: boolean
  /** Why a number went without an answer though the engine runs, a sentence; null where none did. */
  readonly failure?: string | null
  readonly onRetry: () => void
  readonly onAllow: () => void
}

/** What of the engine is fetched, in megabytes as they come over the line: gzip leaves less than a quarter. */
const megabytes = 7.9

/**
 * How far the engine is, while a number waits for it; whether it may be fetched; and what to do where numbers could not
 * be had. Said here once: tiles and charts that lack their numbers for it have their names in a line, and no reason.
 */
export function EngineNotice({ state, needed, failure = null, onRetry, onAllow }: Props): React.ReactNode {
  if (!needed) return null
  const reason = state.status === 'failed' ? state.reason : failure
  if (reason !== null) {
    return (
      <div className="notice bad" role="alert">
        <span>
          {engineTexts.missing}
          {` ${reason}`}
        </span>
        <button className="button" type="button" onClick={onRetry}>
          {engineTexts.again}
        </button>
      </div>
    )
  }
  if (state.status === 'asking') {
    return (
      <div className="notice" role="status">
        <span>{engineTexts.asks}</span>
        <button className="button" type="button" onClick={onAllow}>
          {engineTexts.allow}
        </button>
      </div>
    )
  }
  if (state.status !== 'starting') return null
  const done = state.share * megabytes
  return (
    <div className="progress card">
      <label htmlFor="engine-progress">
        {state.share < 1
          ? engineTexts.loading(formatAverage(done), formatAverage(megabytes))
          : engineTexts.starting}
      </label>
      <progress id="engine-progress" max={megabytes} value={done} />
    </div>
  )
}
