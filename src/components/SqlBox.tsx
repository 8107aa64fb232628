import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { readersCubes } from '../bundle/readersCubes.ts'
import type { Cube } from '../cubes/cube.ts'
import type { Engine } from '../hooks/engine.ts'
import { useEngineState } from '../hooks/useEngineState.ts'
import { useSql } from '../hooks/useSql.ts'
import { exampleQuestion, questionAbout } from '../queries/boundedSelect.ts'
import { sqlTexts } from '../texts/sqlTexts.ts'
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
  const facts = readersCubes(reader.practice, reader.audience)
  const cubes = facts.flatMap(({ cubes: ofFact }) => ofFact)
  // The table that a definition links to; one that the reader's edition does not hold is nobody's to ask for.
  const [table] = useState(() => tableInAddress(cubes))
  const [text, setText] = useState(table === null ? exampleQuestion : questionAbout(table))
  const { state, run, cancel } = useSql(engine, cubes)
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (table !== null) box.current?.scrollIntoView()
  }, [table])
  const engineState = useEngineState(engine)
  const isAsking = state.status === 'asking'

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    run(text)
  }

  return (
    <details ref={box} className="card sql" open={table !== null}>
      <summary>
        <h2>{sqlTexts.title}</h2>
      </summary>
      <div className="sql-body">
        <p>{sqlTexts.intro}</p>
        <label>
          {sqlTexts.question}
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
            {sqlTexts.run}
          </button>
          <button className="button quiet" type="button" disabled={!isAsking} onClick={cancel}>
            {sqlTexts.cancel}
          </button>
          <span>{sqlTexts.keys}</span>
        </div>
        <EngineNotice
          state={engineState}
          needed={isAsking || (state.status === 'failed' && engineState.status === 'failed')}
          onRetry={() => {
            engine.reset()
            run(text)
          }}
          onAllow={engine.allow}
        />
        <SqlResult state={state} />
        <SqlTables facts={facts} />
      </div>
    </details>
  )
}

/** `?table=` where it names one of the cubes. */
function tableInAddress(cubes: readonly Cube[]): string | null {
  const asked = new URLSearchParams(location.search).get('table')
  return cubes.find(({ name }) => name === asked)?.name ?? null
}
