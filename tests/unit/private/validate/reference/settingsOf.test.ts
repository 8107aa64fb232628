import { describe, expect, it } from 'vitest'
import { configSchema } from '../../../../../scripts/private/config/config.ts'
import { settingsOf } from '../../../../../scripts/private/validate/reference/settingsOf.ts'

const none = configSchema.parse({})
const inConfig = configSchema.parse({ practice: { time_zone: 'America/Denver' } })
const inTab = [{ setting: 'Time zone', value: 'America/Chicago', tab: '"Settings"', row: 2 }]

describe('the time zone of the practice', () => {
  it('is the one of the config, else of the settings tab, else of the spreadsheets, else the default', () => {
    const zone = (...args: Parameters<typeof settingsOf>) => settingsOf(...args).settings.time_zone
    expect(zone(inTab, inConfig, 'America/Phoenix')).toBe('America/Denver')
    expect(zone(inTab, none, 'America/Phoenix')).toBe('America/Chicago')
    expect(zone([], none, 'America/Phoenix')).toBe('America/Phoenix')
    expect(zone([], none)).toBe('America/New_York')
  })

  it('is not the one that a program gives a new spreadsheet', () => {
    expect(settingsOf([], none, 'Etc/GMT').settings.time_zone).toBe('America/New_York')
  })

  it('is told if the spreadsheets have another', () => {
    expect(settingsOf(inTab, none, 'America/Chicago').warnings).toEqual([])
    expect(settingsOf(inTab, none, 'America/Phoenix').warnings).toEqual([
      "The spreadsheets are set to the time zone America/Phoenix, the practice's is America/Chicago: TODAY() and timestamps in them may be a day off. Set it under File, Settings.",
    ])
  })
})
