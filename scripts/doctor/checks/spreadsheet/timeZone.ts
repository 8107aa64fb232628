import { isTimeZone } from '../../../private/config/isTimeZone.ts'
import { pass, warn, type Check } from '../../check.ts'
import type { DoctorContext } from '../../context.ts'

const path = 'In the spreadsheet: File > Settings > Time zone.'

/** Whether the spreadsheet's time zone is known, and the practice's. */
export function timeZone(id: string): Check {
  return {
    id: `time-zone ${id}`,
    title: 'its time zone',
    needs: [`shared ${id}`, `kind ${id}`],
    run: async (context) => {
      const { timeZone: zone } = await context.spreadsheet(id)
      const wanted = await wantedZone(context, id)
      if (wanted !== null && zone === wanted.zone) {
        return [pass(`Its time zone is ${wanted.whose} (${zone})`)]
      }
      if (wanted !== null) {
        return [
          warn(
            `Its time zone is ${zone}, not ${wanted.whose} (${wanted.zone}). Formulas such as TODAY() follow the spreadsheet's.`,
            `${path} The practice's stands under "practice: time_zone:" in the config.`,
          ),
        ]
      }
      if (isTimeZone(zone)) return [pass(`Its time zone is ${zone}, which the practice's dates are meant in`)]
      return [
        warn(
          `Its time zone, ${zone}, is no place's and does not follow summer time; the sync will not use it.`,
          `Choose a city. ${path} Or name one under "practice: time_zone:" in the config, such as America/Chicago.`,
        ),
      ]
    },
  }
}

/** What it should agree with: the practice's of the config, else the first spreadsheet's; null for the first. */
async function wantedZone(context: DoctorContext, id: string) {
  const { practice, sheets } = await context.config()
  if (practice.time_zone !== undefined) return { zone: practice.time_zone, whose: "the practice's" }
  const first = sheets.spreadsheets[0]?.link
  if (first === undefined || first === id) return null
  const found = await context.spreadsheet(first).catch(() => null)
  return found && { zone: found.timeZone, whose: 'that of the first spreadsheet' }
}
