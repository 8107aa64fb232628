import { useSyncExternalStore } from 'react'
import type { Engine, EngineState } from './engine.ts'

/** The engine's state, followed. */
export function useEngineState(engine: Engine): EngineState {
  return useSyncExternalStore(engine.subscribe, engine.state)
}
