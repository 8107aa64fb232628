/** The words around a page's sections. */
export const sectionTexts = {
  contents: 'On this page',
  keyFigures: 'Key figures',
  charts: 'Charts',
} as const
