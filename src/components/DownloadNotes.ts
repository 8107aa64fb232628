import { createContext } from 'react'

/** What every download of the page says about itself, line by line; see `exportNotes`. */
export const DownloadNotes = createContext<readonly string[]>([])
