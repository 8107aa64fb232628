import { describe, expect, it } from 'vitest'
import { contracts } from '../../../../scripts/private/contracts/contracts.ts'
import { datasets } from '../../../../scripts/private/contracts/dataset.ts'
import { fieldOfHeader } from '../../../../scripts/private/recognise/headerFields.ts'
import { headerKey } from '../../../../scripts/private/recognise/normaliseHeader.ts'

describe.each(datasets)('the contract of %s', (dataset) => {
  const contract = contracts[dataset]

  it('gives every header to one field only', () => {
    const headers = Object.entries(contract.fields).flatMap(([field, { aliases }]) =>
      [...new Set([field, ...aliases].map(headerKey))].map((key) => ({ key, field })),
    )
    const shared = [...Map.groupBy(headers, ({ key }) => key)].filter(([, owners]) => owners.length > 1)
    expect(shared.map(([key, owners]) => `${key}: ${owners.map(({ field }) => field).join(', ')}`)).toEqual(
      [],
    )
  })

  it('finds each field by its own name', () => {
    for (const field of Object.keys(contract.fields)) {
      expect(fieldOfHeader(dataset, field, new Map())?.field).toBe(field)
    }
  })

  it('has keys and a control among its fields', () => {
    const fields = Object.keys(contract.fields)
    expect(fields).toEqual(expect.arrayContaining(contract.keys.flat()))
    expect([...fields, null]).toContain(contract.control)
  })

  it('gives every choice its vocabulary', () => {
    const without = Object.entries(contract.fields).filter(
      ([, field]) => field.kind === 'choice' && !field.values,
    )
    expect(without).toEqual([])
  })
})
