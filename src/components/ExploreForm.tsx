import { useId, useState, type ReactNode } from 'react'
import { splitsInOrder, type ExploreState, type Split } from '../dashboards/exploreState.ts'
import { MetricSelect } from './MetricSelect.tsx'
import { nearestOffered, splitOffers, whyNotOffered, type Reader, type SplitOffer } from './splitOffers.ts'

interface Props {
  readonly state: ExploreState
  readonly reader: Reader
  readonly onChange: (next: ExploreState) => void
}

/** Which number, and what it is split by: what cannot be chosen stands there with the reason. */
export function ExploreForm({ state, reader, onChange }: Props): ReactNode {
  const [find, setFind] = useState('')
  const [first = null, second = null] = state.by
  const offers = splitOffers({ ...state, by: [] }, null, reader)
  const more = first === null ? [] : splitOffers(state, first, reader)

  function split(one: Split | null, other: Split | null): void {
    const both = { ...state, by: splitsInOrder(one, other) }
    // What was chosen last stays.
    const isBoth = whyNotOffered(both, reader) === null
    onChange(isBoth ? both : { ...state, by: splitsInOrder(one, null) })
  }

  return (
    <form className="explore-form" aria-label="What to show" onSubmit={(event) => event.preventDefault()}>
      <label>
        Find a number
        <input
          type="search"
          value={find}
          placeholder="such as denial, overtime, A/R"
          autoComplete="off"
          onChange={(event) => setFind(event.target.value)}
        />
      </label>
      <MetricSelect
        find={find}
        state={state}
        reader={reader}
        onChange={(metric) => onChange(nearestOffered({ ...state, metric }, reader))}
      />
      <SplitSelect label="Split by" value={first} offers={offers} onChange={(next) => split(next, second)} />
      <SplitSelect label="and by" value={second} offers={more} onChange={(next) => split(first, next)} />
      <Reasons offers={first === null ? offers : more} beside={first} />
    </form>
  )
}

interface SelectProps {
  readonly label: string
  readonly value: Split | null
  readonly offers: readonly SplitOffer[]
  readonly onChange: (next: Split | null) => void
}

function SplitSelect({ label, value, offers, onChange }: SelectProps): ReactNode {
  const isThere = (offer: SplitOffer) => offer.reason === null || offer.split === value
  const missing = offers.filter((offer) => !isThere(offer))
  return (
    <label>
      {label}
      <select
        value={value ?? ''}
        disabled={offers.length === 0}
        onChange={(event) =>
          onChange(offers.find(({ split }) => split === event.target.value)?.split ?? null)
        }
      >
        <option value="">Nothing</option>
        {offers.filter(isThere).map(({ split, label: name }) => (
          <option key={split} value={split}>
            {name}
          </option>
        ))}
        {missing.length > 0 && (
          <optgroup label="Not here; reasons below">
            {missing.map(({ split, label: name }) => (
              <option key={split} value={split} disabled>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  )
}

/** Why choices are not there, each reason once, with what it is about. */
function Reasons({
  offers,
  beside,
}: {
  readonly offers: readonly SplitOffer[]
  readonly beside: Split | null
}): ReactNode {
  const id = useId()
  const missing = offers.filter(({ reason }) => reason !== null)
  if (missing.length === 0) return null
  return (
    <details className="explore-reasons">
      <summary id={id}>
        {beside === null ? 'Splits that are not offered' : 'Second splits that are not offered'}
      </summary>
      <ul aria-labelledby={id}>
        {missing.map(({ split, label, reason }) => (
          <li key={split}>
            <strong>{label}.</strong> {reason}
          </li>
        ))}
      </ul>
    </details>
  )
}
