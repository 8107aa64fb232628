/** The words of Definitions around its entries; what an entry says is the dictionary's. */
export const definitionTexts = {
  question:
    'Every number on this site: its formula, the date that decides its month, and where its target comes from.',
  chapters: 'Chapters',
  chapter: (title: string, count: number) => `${title} (${String(count)})`,
  search: 'Find a number',
  searchHint: 'A name, an abbreviation such as DAR, or a word of its sentence',
  found: (count: number) =>
    count === 0 ? 'No number is called so.' : count === 1 ? '1 number' : `${String(count)} numbers`,
  office: 'Kept in the office',
  officeIntro:
    'Numbers of few people. The status workbook has them, for those who may see the rows that they are made of; no page shows them, and no file of this site holds them.',
  officeWhere: (tab: string) => `Status workbook, tab “${tab}”. It needs a status workbook in Google Sheets.`,
  waiting: 'Not computed yet',
  waitingIntro:
    'What the dictionary also names, and no page shows. A number is never shown as 0 for want of data.',
  waitsForNothing: 'Nothing that you could add: its tabs are read.',
  formula: 'Formula',
  where: 'Where',
  whyNotHere: 'Why not here',
  waitsFor: 'Waits for',
  why: 'Why',
  number: 'Number',
} as const
