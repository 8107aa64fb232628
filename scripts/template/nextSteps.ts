import { onOneLine } from '../errors/onOneLine.ts'

/** Where a template went. `account` is the address of the credentials, null where they do not say. */
export type TemplatePlace =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'created'; readonly url: string; readonly account: string | null }
  | { readonly kind: 'filled'; readonly title: string; readonly url: string; readonly account: string | null }

/** What was done and what to do next, for the person at the terminal. */
export function nextSteps(place: TemplatePlace): string {
  switch (place.kind) {
    case 'file':
      return [
        `Written: ${place.path}`,
        '',
        'Next:',
        '  1. Open it in Excel, or upload it to Google Drive and open it with Google Sheets (File > Save as Google Sheets).',
        '  2. Begin with the tab "Read me"; fill in Settings, then the tabs for which you have data.',
        '  3. Put it into a folder and check it: npm run sync -- --source folder --folder <folder> --dry-run',
        '     or, with Google Sheets: npm run setup',
      ].join('\n')
    case 'created':
      return [`Made: ${place.url}`, ...ownership(place.account), '', 'Next:', ...onGoogle].join('\n')
    case 'filled':
      return [
        `Filled in: "${onOneLine(place.title)}"`,
        place.url,
        '',
        'Next:',
        ...onGoogle,
        `     Before that, click Share and set ${place.account ?? 'its account'} from Editor to Viewer: the sync only reads.`,
      ].join('\n')
  }
}

const onGoogle = [
  '  1. Open it, begin with the tab "Read me", fill in Settings, then the tabs for which you have data.',
  '  2. Connect the dashboard to it: npm run setup',
]

/** A file of a service account is one that no person can open. */
function ownership(account: string | null): string[] {
  if (!account?.endsWith('.gserviceaccount.com')) return []
  return [
    `It belongs to ${account}, and nobody else can open it yet. To have one of your own, make an empty spreadsheet (sheets.new),`,
    'share it with that address as Editor, and run: npm run template -- --into <its link>',
  ]
}
