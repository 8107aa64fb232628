import { CSPProvider } from '@base-ui/react/csp-provider'
import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { filterTexts } from '../texts/filterTexts.ts'
import { Icon } from './Icon.tsx'
import { SearchedList, type SearchedListProps } from './SearchedList.tsx'

interface Props {
  readonly isOpen: boolean
  /** Has the focus again when the sheet is closed. */
  readonly opener: RefObject<HTMLElement | null>
  readonly onClose: () => void
  /** What stands in it, with the list that can be searched for long ones. */
  readonly children: (List: (props: SearchedListProps) => ReactNode) => ReactNode
}

/**
 * A sheet over a phone's page. The site's policy knows no style elements: the library is told to make none. Loaded
 * apart, and knows nothing of periods and names: what it shared with a page's first script would be files of their own.
 */
export function FilterSheet({ isOpen, opener, onClose, children }: Props): ReactNode {
  return (
    <CSPProvider disableStyleElements>
      <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
        <Dialog.Portal>
          <Dialog.Backdrop className="sheet-backdrop" />
          <Dialog.Popup className="sheet" finalFocus={opener}>
            <div className="sheet-head">
              <Dialog.Title>{filterTexts.filters}</Dialog.Title>
              <Dialog.Close className="button quiet" aria-label={filterTexts.close}>
                <Icon name="close" />
              </Dialog.Close>
            </div>
            <div className="sheet-body filter-bar all">
              {children(SearchedList)}
              <p className="sheet-note">{filterTexts.oneFilter}</p>
            </div>
            <div className="sheet-foot">
              <Dialog.Close className="button">{filterTexts.showNumbers}</Dialog.Close>
            </div>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </CSPProvider>
  )
}
