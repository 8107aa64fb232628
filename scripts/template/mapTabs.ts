import type { Dataset } from '../private/contracts/dataset.ts'
import {
  adjustmentCategories,
  appointmentStatuses,
  billingLineTypes,
  visitGroups,
} from '../private/contracts/vocabularies.ts'
import { listRule, standIns } from './columnRule.ts'
import { dataHeaders } from './dataHeaders.ts'
import { fieldColumn, plainColumn } from './templateColumn.ts'
import type { TemplateTab } from './templateTab.ts'

interface MapLine {
  readonly dataset: Dataset
  readonly purpose: string
  readonly words: readonly string[]
  /** What the example's made-up word means. */
  readonly example: string
}

const maps: readonly MapLine[] = [
  {
    dataset: 'map_status',
    purpose: 'What the appointment statuses of your system mean, where the sync does not know them already.',
    words: appointmentStatuses,
    example: 'completed',
  },
  {
    dataset: 'map_transaction_type',
    purpose: 'What the transaction types of your billing system mean.',
    words: billingLineTypes,
    example: 'insurance_payment',
  },
  {
    dataset: 'map_adjustment',
    purpose: 'What your adjustment reasons and codes mean.',
    words: adjustmentCategories,
    example: 'contractual',
  },
  {
    dataset: 'map_visit_type',
    purpose: 'Which group each of your visit types belongs to.',
    words: visitGroups,
    example: 'established',
  },
]

const exampleNote = 'An example, and harmless. Write your own words over it and below it.'

/** The maps for words and headers of the practice's own; the common ones are built in. */
export function mapTabs(): readonly TemplateTab[] {
  return [...maps.map(valueMap), headerAliases()]
}

function valueMap({ dataset, purpose, words, example }: MapLine): TemplateTab {
  const meanings = words.filter((word) => !standIns.includes(word))
  const rule = listRule(meanings, {
    strict: true,
    message: 'Pick from the list: any other word would stop the sync.',
  })
  return {
    name: dataset,
    kind: 'map',
    dataset,
    purpose,
    columns: [
      { ...fieldColumn({ dataset, field: 'raw', header: 'Raw Value' }), width: 34 },
      fieldColumn({ dataset, field: 'canonical', header: 'Means', rule }),
      plainColumn('Remark', { width: 60 }),
    ],
    rows: [['Example: a word of your system', example, exampleNote]],
    cellRules: [],
    protection: 'header',
  }
}

function headerAliases(): TemplateTab {
  const dataset = 'map_header_alias'
  const rule = listRule(
    dataHeaders.map((tab) => tab.dataset),
    { strict: true, message: 'Pick from the list: any other word would stop the sync.' },
  )
  return {
    name: dataset,
    kind: 'map',
    dataset,
    purpose: 'What the column headers of your exports mean, where the sync does not know them already.',
    columns: [
      fieldColumn({ dataset, field: 'map_dataset', header: 'Dataset', rule }),
      { ...fieldColumn({ dataset, field: 'raw_header', header: 'Raw Header' }), width: 34 },
      { ...fieldColumn({ dataset, field: 'canonical', header: 'Field' }), width: 24 },
      plainColumn('Remark', { width: 60 }),
    ],
    rows: [['appointments', 'Example: a header of your export', 'provider', exampleNote]],
    cellRules: [],
    protection: 'header',
  }
}
