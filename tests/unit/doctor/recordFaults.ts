import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { declaredHashes } from '../../../scripts/publish/declaredHashes.ts'
import { editionDay } from '../../../scripts/publish/editionDay.ts'
import { recordPlace, writeEdition, type Edition } from '../../../scripts/publish/editionRecord.ts'
import { writeShownNote } from '../../../scripts/publish/shownNote.ts'
import { openSharing } from '../../../scripts/share/openSharing.ts'
import { letIn, publish, type Practice } from './healthyPractice.ts'
import type { Planted } from './plantedFaults.ts'

/** What is noted of the viewers' edition that is due on a civil date. */
function editionOn(today: string): Edition {
  return {
    ...declaredHashes(),
    day: editionDay(today),
    state: 'taken',
    ids: ['the first'],
    audit: '',
    parts: [],
  }
}

function sharingOf({ configPath, project }: Practice) {
  return openSharing(configPath, { project, now: new Date().toISOString() })
}

/** A practice with a viewer, and what they are shown published and noted, under its own config; returns where. */
export async function withViewer(
  practice: Practice,
  change: Partial<Edition> & { readonly config?: string } = {},
): Promise<string> {
  const { config, ...other } = change
  await letIn(practice, { label: 'Front desk', audience: 'viewer' })
  await publish(practice)
  const { place, today } = await sharingOf(practice)
  const record = recordPlace({ ...place, config: config ?? place.config })
  await writeEdition(record, { ...editionOn(today), ...other }, null)
  return record.path
}

/** Faults in the record of what viewers are shown. */
export const recordFaults: readonly Planted[] = [
  {
    fault: 'a record of what viewers are shown that is gone',
    flips: ['fail viewers-record'],
    plant: async (practice) => {
      await letIn(practice, { label: 'Front desk', audience: 'viewer' })
      await publish(practice)
    },
  },
  {
    fault: 'a record of what viewers are shown that is damaged',
    flips: ['fail viewers-record'],
    plant: async (practice) => writeFile(await withViewer(practice), 'Canary Quill'),
  },
  {
    fault: 'a record of what viewers are shown that is another practice’s',
    flips: ['fail viewers-record'],
    plant: async (practice) => {
      await withViewer(practice, { config: join(practice.project, 'other.yaml') })
    },
  },
  {
    fault: 'a record of what viewers are shown that others can read',
    flips: ['fail viewers-record', 'warn workspace-modes'],
    plant: async (practice) => chmod(await withViewer(practice), 0o640),
  },
  {
    fault: 'a record of what viewers are shown that is older than the note beside it',
    flips: ['fail viewers-record'],
    plant: async (practice) => {
      await withViewer(practice)
      const { place, today } = await sharingOf(practice)
      await writeShownNote(recordPlace(place), { day: editionDay(today), id: 'a later one' })
    },
  },
  {
    fault: 'a record of what viewers are shown that the next sync withdraws',
    flips: ['warn viewers-record'],
    plant: async (practice) => {
      await withViewer(practice, { made: 'of other tables' })
    },
  },
]
