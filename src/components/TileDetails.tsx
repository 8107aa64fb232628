import { useEffect, useRef, type ReactNode } from 'react'
import type { TileDetailsView } from './tileDetailsView.ts'
import { Icon } from './Icon.tsx'

interface Props {
  readonly view: TileDetailsView
  readonly root: string
  /** What moved the number; nothing where its change is not split. */
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** What is behind a number: its parts, its formula, its source and what it leaves out. */
export function TileDetails({ view, root, onClose, children }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])

  return (
    <dialog
      ref={dialog}
      className="details"
      aria-labelledby="details-title"
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <div className="details-head">
        <div>
          <h2 id="details-title">{view.label}</h2>
          <p>{view.summary}</p>
        </div>
        <button
          className="button quiet"
          type="button"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="details-body">
        <dl className="sum">
          {view.parts.map(({ label, value, isResult }) => (
            <SumLine key={label} label={label} value={value} isResult={isResult} />
          ))}
        </dl>
        {children}
        <dl className="facts">
          {view.facts.map(({ label, texts }) => (
            <Fact key={label} label={label} texts={texts} />
          ))}
        </dl>
        <p>
          <a href={`${root}definitions/#${view.metric}`}>Definition of {view.label}</a>
        </p>
      </div>
    </dialog>
  )
}

function SumLine({ label, value, isResult }: TileDetailsView['parts'][number]): ReactNode {
  const className = isResult ? 'result' : undefined
  return (
    <>
      <dt className={className}>{label}</dt>
      <dd className={className}>{value}</dd>
    </>
  )
}

function Fact({ label, texts }: TileDetailsView['facts'][number]): ReactNode {
  const items = texts.map((text) => <li key={text}>{text}</li>)
  return (
    <div>
      <dt>{label}</dt>
      <dd>{texts.length === 1 ? texts[0] : <ul>{items}</ul>}</dd>
    </div>
  )
}
