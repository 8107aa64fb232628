import { contracts } from '../../private/contracts/contracts.ts'
import type { Dataset } from '../../private/contracts/dataset.ts'
import { cellFit, columnHolds } from '../../private/recognise/cellFit.ts'
import { findHeader } from '../../private/recognise/findHeader.ts'
import { headerCandidates, type HeaderCandidate } from '../../private/recognise/headerRows.ts'
import type { TabPeek } from '../../private/recognise/recogniseTab.ts'
import { mapColumns } from '../../private/recognise/mapColumns.ts'
import type { DraftTab } from '../draft.ts'
import type { Prompter } from '../prompter.ts'

/** A column that may hold a field, and how many of its first cells can be read so. */
interface Candidate {
  readonly index: number
  readonly header: string
  readonly hint: string
  /** 0 to 1 */
  readonly share: number
}

const none = 'none'

/**
 * Asks which columns hold the required fields of a dataset that no header names, best fitting first; nothing where all are
 * named. Headers are shown, cells never.
 */
export async function askColumns(
  prompter: Prompter,
  peek: TabPeek,
  dataset: Dataset,
): Promise<Pick<DraftTab, 'columns' | 'headerRow'>> {
  const header = headerOf(peek, dataset)
  if (!header) return {}
  const found = mapColumns(header.headers, dataset, { aliases: new Map() })
  const columns: Record<string, string> = {}
  for (const field of found.missing) {
    const taken = new Set([...found.columns.map((column) => column.header), ...Object.values(columns)])
    const candidates = candidatesFor({ peek, header, dataset, field }, taken)
    const answer = await prompter.choose({
      question: `Which column holds ${field}? ${contracts[dataset].fields[field]?.description ?? ''}`,
      choices: [
        ...candidates.map((one) => ({ value: String(one.index), label: one.header, hint: one.hint })),
        { value: none, label: 'None of them' },
      ],
      initial: String(candidates.find(({ share }) => share >= 0.9)?.index ?? none),
    })
    const chosen = candidates.find(({ index }) => String(index) === answer)
    // A tab without one of them cannot be read so; the rest need not be asked.
    if (!chosen) break
    columns[field] = chosen.header
  }
  return Object.keys(columns).length === 0 ? {} : { columns, headerRow: header.row }
}

/** The row that reads best as the header, else the first with several names above cells of another kind. */
function headerOf({ rows }: TabPeek, dataset: Dataset): HeaderCandidate | undefined {
  const candidates = headerCandidates(rows).filter(({ merged }) => !merged)
  const found = findHeader(rows, dataset, { aliases: new Map() })
  return candidates.find(({ row, headers }) =>
    found ? row === found.headerRow : headers.filter((header) => header !== '').length >= 2,
  )
}

function candidatesFor(
  asked: {
    readonly peek: TabPeek
    readonly header: HeaderCandidate
    readonly dataset: Dataset
    readonly field: string
  },
  taken: ReadonlySet<string>,
): Candidate[] {
  const { peek, header, dataset, field } = asked
  const contract = contracts[dataset]
  return header.headers
    .flatMap((name, index): Candidate[] => {
      if (name === '' || taken.has(name)) return []
      const place = { headerRow: header.row, index }
      const { filled, fitting } = cellFit(peek.rows, place, { contract, field })
      const holds = columnHolds(peek.rows, place)
      const fits = filled === 0 ? 'empty' : `${String(fitting)} of ${String(filled)} cells fit`
      // Any text is an id: such a column is shown, and not proposed.
      const isTold = contract.fields[field]?.kind !== 'id' && contract.fields[field]?.kind !== 'text'
      const share = filled === 0 || !isTold ? 0 : fitting / filled
      return [{ index, header: name, hint: holds === null ? fits : `${holds}; ${fits}`, share }]
    })
    .sort((a, b) => b.share - a.share)
}
