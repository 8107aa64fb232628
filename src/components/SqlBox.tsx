import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { readersCubes } from '../bundle/readersCubes.ts'
import type { Engine } from '../hooks/engine.ts'
import { useEngineState } from '../hooks/useEngineState.ts'
import { useSql } from '../hooks/useSql.ts'
import { exampleQuestion } from '../queries/boundedSelect.ts'
import { EngineNotice } from './EngineNotice.tsx'
import type { Reader } from './splitOffers.ts'
import { SqlResult } from './SqlResult.tsx'
import { SqlTables } from './SqlTables.tsx'

interface Props {
  readonly engine: Engine
  readonly reader: Reader
}

/** For those who write SQL: one read-only question at a time, to the tables of the reader's own edition. */
export function SqlBox({ engine, reader }: Props): ReactNode {
  const [text, setText] = useState(exampleQuestion)
  const facts = readersCubes(reader.practice, reader.audience)
  const { state, run, cancel } = useSql(
    engine,
    facts.flatMap(({ cubes }) => cubes),
  )
  const engineState = useEngineState(engine)
  const isAsking = state.status === 'asking'

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    run(text)
  }

  return (
    <details className="card sql">
      <summary>
        <h2>Ask in SQL</h2>
      </summary>
      <div className="sql-body">
        <p>
          One question to the published tables, which hold sums only. It changes nothing, and it stays in this
          browser.
        </p>
        <label>
          Question
          <textarea
            value={text}
            rows={6}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </label>
        <div className="sql-actions">
          <button className="button" type="button" disabled={isAsking} onClick={() => run(text)}>
            Run
          </button>
          <button className="button quiet" type="button" disabled={!isAsking} onClick={cancel}>
            Cancel
          </button>
          <span>Ctrl and Enter run it too.</span>
        </div>
        <EngineNotice
          state={engineState}
          needed={isAsking || (state.status === 'failed' && engineState.status === 'failed')}
          onRetry={() => {
            engine.reset()
            run(text)
          }}
        />
        <SqlResult state={state} />
        <SqlTables facts={facts} />
      </div>
    </details>
  )
}
