import { useEffect, useRef, type ReactNode } from 'react'
import { detailTexts } from '../texts/detailTexts.ts'
import type { DetailLink } from './detailLinks.ts'
import type { TileDetailsView } from './tileDetailsView.ts'
import { Icon } from './Icon.tsx'

interface Props {
  readonly view: TileDetailsView
  readonly links: readonly DetailLink[]
  /** Its line over the months, and what moved it; nothing where there is neither. */
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** What is behind a number, from answer to cause: its parts, its trend, what moved it, its formula and its source. */
export function TileDetails({ view, links, onClose, children }: Props): ReactNode {
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
          aria-label={detailTexts.close}
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
        <ul className="details-links" aria-label={detailTexts.more}>
          {links.map(({ label, name, href }) => (
            <li key={href}>
              <a className="chip" href={href} aria-label={name}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        {children}
        <dl className="facts">
          {view.facts.map(({ label, texts }) => (
            <Fact key={label} label={label} texts={texts} />
          ))}
        </dl>
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
