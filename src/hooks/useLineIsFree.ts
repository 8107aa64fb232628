import { createContext, useEffect, useState } from 'react'
import type { AnswerStore } from './answerStore.ts'

/**
 * Whether what a page can wait for may be fetched: the charts' code, the sheet of filters. False while the page's answers
 * for common filters are on their way, since a slow line has room for one thing at a time and these make every choice
 * prompt.
 */
export const LineIsFree = createContext(true)

/** Has the store fetch the common answers, unless the reader saves data, and says when the line is free again. */
export function useLineIsFree(store: AnswerStore): boolean {
  const [fetched, setFetched] = useState<AnswerStore | null>(null)
  const isSaving = savesData()
  useEffect(() => {
    if (isSaving) return undefined
    let isCalledOff = false
    void store.warm().then(() => {
      if (!isCalledOff) setFetched(store)
    })
    return () => {
      isCalledOff = true
    }
  }, [store, isSaving])
  return isSaving || fetched === store
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } }
  return connection?.saveData === true
}
