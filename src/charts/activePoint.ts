import { createContext } from 'react'

/** Which point of a plot the arrow keys have reached, counted from 0 in the order of `walkPoints`; null for none. */
export const ActivePoint = createContext<number | null>(null)
