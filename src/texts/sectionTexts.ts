/** The words around a page's sections. */
export const sectionTexts = {
  contents: 'On this page',
  keyFigures: 'Key figures',
  charts: 'Charts',
  /** Before the titles of charts, after which the reason stands. */
  notDrawn: 'Not drawn',
  /** After the names of what is missing. */
  because: (reason: string) => `. ${reason}`,
} as const
