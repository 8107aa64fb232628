import { describe, expect, it } from 'vitest'
import { exportNotes } from '../../../src/components/exportNotes.ts'

const practice = { name: 'Sample Clinic', asOf: '2026-11-04', timeZone: 'America/New_York' }
const syncedAt = '2026-11-04T11:00:00Z'

describe('the notes of a download', () => {
  it('say that the numbers of a practice are confidential, and when they were generated', () => {
    const [head, origin] = exportNotes({ demo: false, sequence: 7, syncedAt }, practice)
    expect(head).toMatch(/^Confidential/)
    expect(origin).toMatch(
      /^Sample Clinic, data up to .*Nov 4.*, generated Nov 4, 2026, 6:00\sAM \(publication 7\)$/,
    )
  })

  it('say of the demo that it is invented, and not that it is confidential', () => {
    const text = exportNotes({ demo: true, sequence: 7, syncedAt }, practice).join()
    expect(text).toContain('invented practice')
    expect(text).not.toContain('onfidential')
  })
})
