/** What the site's pages say around their numbers: built into their HTML, in no script. */
export const pageTexts = {
  description: 'The vital signs of a medical practice.',
  skip: 'Skip to the numbers',
  demo: 'DEMO',
  menu: 'Menu',
  pages: 'Pages',
  demoFoot: 'An invented practice: no number here is about a real patient, provider or employee.',
  confidentialFoot: 'Confidential: for the practice, and for those with whom it shared its numbers.',
  sumsFoot: "Sums over groups only. No patient rows leave the practice's own spreadsheets.",
  needsScript:
    'The numbers are opened in your browser, which needs JavaScript. Allow it for this site, then reload the page.',
  overdue:
    'The numbers are not here yet. On a slow line, wait a little longer; then reload the page. If it stays so, this network may be holding back the site’s files: try another one, such as your phone’s own. Or the browser is too old: Chrome, Edge, Firefox and Safari of 2024 or later can open them.',

  /** The pages in the menu. */
  names: {
    overview: 'Overview',
    collections: 'Collections',
    denials: 'Denials',
    schedule: 'Schedule',
    staffing: 'Staffing',
    finance: 'Finance',
    explore: 'Explore',
    'data-health': 'Data health',
    definitions: 'Definitions',
  },
  exploreQuestion: 'What does any number look like, split by what it is published by, over any months?',
  healthQuestion:
    'Can I trust these numbers: what was read, what was left out, and does it tie to the billing system?',
} as const

/** What the page says that stands at every address without one. */
export const notFoundTexts = {
  name: 'Not found',
  title: 'There is no such page',
  text: 'Nothing lies at this address. That says nothing about the practice’s numbers.',
  whatToDo: 'What to do',
  next: [
    'If you typed the address, look it over for a slip, or begin at the overview.',
    'If you came here by the personal link that you were given, it was cut or changed on its way. Open it again from where you keep it, or ask the person who gave it to you for a new one.',
  ],
  toOverview: 'Go to the overview',
} as const
