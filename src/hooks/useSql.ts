import { useEffect, useRef, useState } from 'react'
import type { Cube } from '../cubes/cube.ts'
import { QueryError } from '../db/QueryError.ts'
import type { SqlAnswer } from '../queries/sqlAnswer.ts'
import type { Engine } from './engine.ts'

/** Where a reader's question stands. */
export type SqlState =
  | { readonly status: 'none' }
  | { readonly status: 'asking' }
  | { readonly status: 'stopped' }
  | { readonly status: 'ready'; readonly answer: SqlAnswer }
  /** `isRefused` where the engine has something against the question, in its own words. */
  | { readonly status: 'failed'; readonly reason: string; readonly isRefused: boolean }

/** A reader's questions, one at a time, and the way to call one off. */
export interface UsedSql {
  readonly state: SqlState
  readonly run: (text: string) => void
  readonly cancel: () => void
}

/** Asks an engine about these tables. A page that is left calls off what it asked. */
export function useSql(engine: Engine, cubes: readonly Cube[]): UsedSql {
  const [state, setState] = useState<SqlState>({ status: 'none' })
  const asked = useRef<AbortController | null>(null)
  useEffect(() => () => asked.current?.abort(), [])

  async function ask(text: string): Promise<void> {
    const controller = new AbortController()
    asked.current = controller
    setState({ status: 'asking' })
    const { signal } = controller
    const next = await engine.ask({ text, cubes, signal }).then(
      (answer): SqlState => ({ status: 'ready', answer }),
      (error: unknown): SqlState => (signal.aborted ? { status: 'stopped' } : failed(error)),
    )
    asked.current = null
    setState(next)
  }

  return {
    state,
    run: (text) => {
      if (asked.current === null) void ask(text)
    },
    cancel: () => asked.current?.abort(),
  }
}

function failed(error: unknown): SqlState {
  const isRefused = error instanceof QueryError
  const told = isRefused ? error.cause : error
  return { status: 'failed', reason: told instanceof Error ? told.message : String(told), isRefused }
}
