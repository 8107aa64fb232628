import type { ReactNode } from 'react'
import type { Headline as Sentences } from '../letter/headline.ts'

interface Props {
  /** Null while nothing is known. */
  readonly headline: Sentences | null
}

/** The page's first sentences: how the month was. The same markup at build, before and in the interface. */
export function Headline({ headline }: Props): ReactNode {
  return (
    <div className="headline" data-headline>
      <p className="lead" data-part="lead">
        {headline?.lead ?? ''}
      </p>
      <p className="rest" data-part="rest">
        {headline?.rest.join(' ') ?? ''}
      </p>
    </div>
  )
}
