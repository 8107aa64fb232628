import type { EngineState } from '../hooks/engine.ts'

interface Props {
  readonly state: EngineState
  /** Whether some number on the page waits for the engine, or went without an answer. */
  readonly needed: boolean
  readonly onRetry: () => void
}

/** How far the engine is, while a number waits for it; and what to do if it cannot run. */
export function EngineNotice({ state, needed, onRetry }: Props): React.ReactNode {
  if (!needed) return null
  if (state.status === 'failed') {
    return (
      <div className="notice bad" role="alert">
        <span>
          Numbers marked “not computed” are missing; all others are complete.
          {` ${state.reason}`}
        </span>
        <button className="button" type="button" onClick={onRetry}>
          Try again
        </button>
      </div>
    )
  }
  if (state.status !== 'starting') return null
  const percent = Math.floor(state.share * 100)
  return (
    <div className="progress card">
      <label htmlFor="engine-progress">
        {percent < 100
          ? `Loading the calculation engine for this combination, ${percent}%`
          : 'Starting the calculation engine…'}
      </label>
      <progress id="engine-progress" max={100} value={percent} />
    </div>
  )
}
