import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { chartTexts } from '../texts/chartTexts.ts'
import { Icon } from './Icon.tsx'

/** What can be done with a chart. */
export interface ChartAction {
  readonly icon: 'table' | 'chart' | 'download'
  readonly text: string
  /** After the chart's title, for whoever hears it alone. */
  readonly name: string
  readonly act: () => void
}

interface Props {
  readonly title: string
  readonly actions: readonly ChartAction[]
}

/** One button beside a chart's title, and under it what can be done with the chart. */
export function ChartMenu({ title, actions }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!isOpen) return
    frame.current?.querySelector<HTMLButtonElement>('ul button')?.focus()
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && !frame.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [isOpen])

  function close(): void {
    setOpen(false)
    button.current?.focus()
  }

  return (
    <div
      className="chart-tools"
      ref={frame}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        // A dialog around it stays open.
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !frame.current?.contains(relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        className="button quiet"
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={chartTexts.menuName(title)}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="more" />
      </button>
      <ul id={id} className="chart-menu" hidden={!isOpen}>
        {isOpen &&
          actions.map(({ icon, text, name, act }) => (
            <li key={name}>
              <button
                type="button"
                aria-label={`${title}: ${name}`}
                onClick={() => {
                  act()
                  close()
                }}
              >
                <Icon name={icon} />
                {text}
              </button>
            </li>
          ))}
      </ul>
    </div>
  )
}
