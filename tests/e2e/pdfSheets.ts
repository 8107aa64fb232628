import type { Page } from '@playwright/test'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A text that stands on a sheet of paper; left and top are its start, in points from the sheet's upper left corner. */
export interface PaperText {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
}

/** A sheet of a PDF with its texts, in the order of the document. Sizes in points. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly texts: readonly PaperText[]
  /** All texts, joined by single spaces. */
  readonly words: string
}

/** The sheets that the browser's own printing makes of a page as it stands. */
export async function printed(page: Page, format: 'Letter' | 'A4' = 'Letter'): Promise<Sheet[]> {
  return sheetsOf(await page.pdf({ format }))
}

/** The sheets of a PDF. */
async function sheetsOf(pdf: Uint8Array): Promise<Sheet[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  const sheets: Sheet[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const texts = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [left, bottom] = [Number(item.transform[4]), Number(item.transform[5])]
      return [{ text: item.str, left, right: left + item.width, top: height - bottom }]
    })
    const words = texts
      .map(({ text }) => text)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
    sheets.push({ width, height, texts, words })
  }
  await task.destroy()
  return sheets
}
