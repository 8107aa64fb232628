import { Combobox } from '@base-ui/react/combobox'
import { useId, type ReactNode } from 'react'
import { filterTexts } from '../texts/filterTexts.ts'
import { Icon } from './Icon.tsx'

/** A list's values with their words, and the one that is chosen. */
export interface SearchedListProps {
  readonly label: string
  /** What stands where none is chosen. */
  readonly all: string
  readonly items: readonly { readonly value: string; readonly label: string }[]
  /** '' for all of them. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A choice of many values, which typing narrows down; empty for all of them. */
export function SearchedList({ label, all, items, value, onChange }: SearchedListProps): ReactNode {
  const id = useId()
  const chosen = items.find((item) => item.value === value) ?? null
  return (
    <Combobox.Root
      items={items}
      value={chosen}
      isItemEqualToValue={(one, other) => one.value === other.value}
      onValueChange={(next) => onChange(next?.value ?? '')}
    >
      <div className="searched extra">
        <label htmlFor={id}>{label}</label>
        <Combobox.InputGroup className={chosen ? 'searched-box active' : 'searched-box'}>
          <Combobox.Input id={id} placeholder={all} />
          {chosen && (
            <Combobox.Clear aria-label={filterTexts.clear(chosen.label)}>
              <Icon name="close" />
            </Combobox.Clear>
          )}
          <Combobox.Trigger aria-label={filterTexts.showList(label)}>
            <Icon name="down" />
          </Combobox.Trigger>
        </Combobox.InputGroup>
      </div>
      <Combobox.Portal>
        <Combobox.Positioner className="searched-place" sideOffset={4}>
          <Combobox.Popup className="searched-list" aria-label={label}>
            <Combobox.Empty>{filterTexts.noMatch}</Combobox.Empty>
            <Combobox.List>
              {(item: (typeof items)[number]) => (
                <Combobox.Item key={item.value} value={item}>
                  {item.label}
                  <Combobox.ItemIndicator>
                    <Icon name="good" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
