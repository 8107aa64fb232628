import { chmod, copyFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatReport } from '../../../scripts/doctor/formatReport.ts'
import { canaries, examined, faultsOf, healthyConfig, healthyPractice, linesOf } from './healthyPractice.ts'
import { plantedFaults } from './plantedFaults.ts'
import { recordFaults } from './recordFaults.ts'
import { readersOf, sharingFaults } from './sharingFaults.ts'

/** Tests always talk to a stand-in, and the doctor says so. */
const always = 'warn root-urls'

describe('the doctor', () => {
  it('finds nothing to mend in a healthy practice', async () => {
    const practice = await healthyPractice()
    const report = await examined(practice)
    expect(faultsOf(report)).toEqual([always])
    expect(linesOf(report).filter(({ verdict }) => verdict === 'unchecked')).toEqual([])
  })

  it.each([...plantedFaults, ...sharingFaults, ...recordFaults])(
    'finds $fault and nothing else, has a remedy, and shows no cell',
    async (given) => {
      const { flips, plant } = given
      const practice = await healthyPractice()
      await plant(practice)
      const report = await examined(practice)
      const expected = flips.includes('fail root-urls') ? flips : [always, ...flips]
      expect([...new Set(faultsOf(report))].sort()).toEqual([...expected].sort())
      const faults = linesOf(report).filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
      expect(faults.filter(({ remedy }) => (remedy ?? '').length < 10)).toEqual([])
      const said = formatReport(report, 100) + JSON.stringify(report)
      for (const secret of [...canaries, '11/02/2025']) expect(said).not.toContain(secret)
    },
  )

  it('makes no check of a spreadsheet that cannot be read, and says why', async () => {
    const practice = await healthyPractice()
    practice.google.spreadsheet('frontdesk').access = 'none'
    const lines = linesOf(await examined(practice)).filter(({ verdict }) => verdict === 'unchecked')
    expect(lines.length).toBeGreaterThan(5)
    const others = lines.filter(({ check }) => check !== 'pins-fit')
    expect(others.every(({ check }) => check.endsWith(' frontdesk'))).toBe(true)
    expect(lines[0]?.text).toBe(
      'Not checked: whether it is a Google spreadsheet (mend first: whether it is shared with the account).',
    )
  })

  it('asks Google nothing without a valid config', async () => {
    const practice = await healthyPractice()
    await practice.writeConfig('practice: [')
    await examined(practice)
    expect(practice.google.log).toEqual([])
  })

  it('reads twenty rows of each tab, in one request for each spreadsheet and rendering', async () => {
    const practice = await healthyPractice()
    await examined(practice)
    const reads = practice.google.log.filter(({ path }) => path.includes('values:batchGet'))
    expect(reads).toHaveLength(4)
    expect(decodeURIComponent(reads[0]?.path ?? '')).toContain("ranges='Schedule'!A1:Z20")
  })

  it('names the address that spreadsheets are shared with', async () => {
    const practice = await healthyPractice()
    const [line] = linesOf(await examined(practice)).filter(({ check }) => check === 'account')
    expect(line).toMatchObject({ verdict: 'pass' })
    expect(line?.text).toContain(practice.google.account)
  })

  it('warns of a config outside the project that everybody can read', async () => {
    const practice = await healthyPractice()
    const configPath = join(dirname(practice.project), 'practice.yaml')
    await copyFile(practice.configPath, configPath)
    await copyFile(readersOf(practice), join(dirname(configPath), 'readers.yaml'))
    await chmod(configPath, 0o644)
    expect(faultsOf(await examined({ ...practice, configPath }))).toEqual(['warn config-private', always])
    await chmod(configPath, 0o600)
    expect(faultsOf(await examined({ ...practice, configPath }))).toEqual([always])
  })

  it('tries to write to the status workbook where Drive is not asked', async () => {
    const practice = await healthyPractice()
    await practice.writeConfig(healthyConfig.replace('sheets:\n', 'sheets:\n  change_detection: false\n'))
    expect(faultsOf(await examined(practice))).toEqual([always])
    expect(practice.google.log.filter(({ kind }) => kind === 'drive')).toEqual([])
    expect(practice.google.log.filter(({ kind }) => kind === 'sheets-write')).toHaveLength(1)
    practice.google.spreadsheet('answers').access = 'reader'
    expect(faultsOf(await examined(practice))).toEqual([always, 'fail status-editable'])
  })

  it('leaves Google alone where only a folder is synced', async () => {
    const practice = await healthyPractice()
    await practice.writeConfig('practice:\n  name: Two Rivers Clinic\n')
    const report = await examined(practice)
    expect(report.map(({ title }) => title)).toEqual(['This computer', 'Config', 'Sharing', 'Runs'])
    expect(practice.google.log).toEqual([])
  })
})
