import { Command, Option } from 'commander'

/** What a person may say on the command line. */
export interface Options {
  readonly source: 'demo' | 'folder' | 'sheets'
  readonly folder?: string
  readonly spreadsheet?: readonly string[]
  readonly config?: string
  readonly out?: string
  readonly full?: boolean
  readonly acceptFewerRows?: boolean
  readonly ownersOnly?: boolean
  readonly withdrawViewers?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** Reads the command line of the sync; ends the process with help or a message where it must. */
export function readOptions(): Options {
  return new Command('sync')
    .description('Reads spreadsheets, checks every row, and writes the bundle that the site shows.')
    .addOption(
      new Option('--source <kind>', 'where rows come from')
        .choices(['demo', 'folder', 'sheets'])
        .default('demo'),
    )
    .addOption(
      new Option(
        '--folder <dir>',
        'folder of XLSX, XLS, ODS, CSV and TSV files; implies --source folder',
      ).implies({ source: 'folder' }),
    )
    .addOption(
      new Option(
        '--spreadsheet <link...>',
        'Google spreadsheets, besides those of the config; implies --source sheets',
      ).implies({ source: 'sheets' }),
    )
    .option(
      '--config <file>',
      'YAML file with spreadsheets, tabs, maps and settings (default: data/private/practice.yaml, if there is one)',
    )
    .option('--out <dir>', 'where the bundle goes (demo: public/bundle, otherwise data/private/bundle)')
    .option('--full', 'sheets: read every value, even where Drive says that nothing changed')
    .option('--accept-fewer-rows', 'sheets: let a tab lose more than a fifth of its rows, this once')
    .option('--owners-only', 'refuse if anybody but owners has a link: for a computer that keeps nothing')
    .option('--withdraw-viewers', 'show viewers nothing until the next month end is a week past')
    .option('--dry-run', 'read and check everything, write nothing')
    .option('--json', 'print the summary as JSON')
    .addHelpText('after', exitCodes)
    .parse()
    .opts<Options>()
}

const exitCodes = `
Exit codes: 0 published, or nothing had changed; 1 refused, the last good bundle is untouched;
3 published, but somebody is needed: a spreadsheet could not be read and its last good data was used,
or the status workbook could not be written.`
