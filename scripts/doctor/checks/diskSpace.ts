import { fail, pass, warn, type Check } from '../check.ts'

const megabyte = 1024 * 1024
/** Below it not even a small practice's copies and bundle fit. */
const tooLittle = 200 * megabyte
/** A workbook of ten million cells, its copy and the ledger's overflow fit into so much. */
const enough = 2048 * megabyte

/** Whether the disk holds the copies of the spreadsheets, the ledger and two bundles. */
export const diskSpace: Check = {
  id: 'disk-space',
  title: 'the space left on the disk',
  needs: [],
  run: async (context) => {
    const free = await context.freeBytes(context.workspace)
    const text = `${(free / megabyte / 1024).toFixed(1)} GB free on the disk of data/private`
    const remedy = 'Free some space: a sync that fills the disk is refused, and the last good bundle stays.'
    if (free < tooLittle) return [fail(`${text}: too little for a sync.`, remedy)]
    return free < enough ? [warn(`${text}: little for a large practice.`, remedy)] : [pass(text)]
  },
}
