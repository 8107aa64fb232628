import { describe, expect, it } from 'vitest'
import { bareRequest, realClients, refusalOf, scopes } from '../../google/realClients.ts'
import { testStandIn } from '../../google/testStandIn.ts'

const clinic = { id: 'clinic', title: 'Two Rivers Clinic', tabs: [{ title: 'Charges', rows: [['x']] }] }
const read = 'v4/spreadsheets/clinic/values/A1'

describe('the quota', () => {
  it('is sixty reads in a minute of the clock, and whole again in the next', async () => {
    let now = Date.UTC(2026, 10, 2, 5, 0, 30)
    const standIn = await testStandIn([clinic], { now: () => now })
    const headers = { authorization: `Bearer ${standIn.token(scopes.read)}` }
    const statuses: number[] = []
    for (let count = 0; count < 62; count += 1) {
      const answer = await bareRequest(standIn, read, headers)
      await answer.arrayBuffer()
      statuses.push(answer.status)
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(60)
    expect(statuses.slice(60)).toEqual([429, 429])
    now += 29_999
    expect((await bareRequest(standIn, read, headers)).status).toBe(429)
    now += 1
    expect((await bareRequest(standIn, read, headers)).status).toBe(200)
  })

  it('refuses in Google’s words, and never says when to come again', async () => {
    const standIn = await testStandIn([clinic], { readsPerMinute: 0, now: () => 0 })
    const answer = await bareRequest(standIn, read)
    expect(answer.status).toBe(429)
    expect(answer.headers.has('retry-after')).toBe(false)
    expect(await answer.json()).toEqual({
      error: {
        code: 429,
        message:
          "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service " +
          "'sheets.googleapis.com' for consumer 'project_number:1071851248496'.",
        status: 'RESOURCE_EXHAUSTED',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'RATE_LIMIT_EXCEEDED',
            domain: 'googleapis.com',
            metadata: {
              consumer: 'projects/1071851248496',
              quota_limit: 'ReadRequestsPerMinutePerUser',
              quota_metric: 'sheets.googleapis.com/read_requests',
              service: 'sheets.googleapis.com',
            },
          },
        ],
      },
    })
  })

  it('counts a batch as one, writes apart, and Drive not at all', async () => {
    const standIn = await testStandIn([{ ...clinic, access: 'writer' }], {
      readsPerMinute: 1,
      writesPerMinute: 1,
      now: () => 0,
    })
    const { values, files } = realClients(standIn)
    const ranges = ['A1', 'B1', 'C1']
    expect((await values.batchGet({ spreadsheetId: 'clinic', ranges })).status).toBe(200)
    expect(await refusalOf(values.get({ spreadsheetId: 'clinic', range: 'A1' }))).toMatchObject({
      status: 429,
    })
    const clear = () => values.clear({ spreadsheetId: 'clinic', range: 'A1' })
    expect((await clear()).status).toBe(200)
    expect((await refusalOf(clear())).message).toContain('Write requests per minute per user')
    expect((await files.get({ fileId: 'clinic' })).status).toBe(200)
    expect((await files.get({ fileId: 'clinic' })).status).toBe(200)
  })
})
