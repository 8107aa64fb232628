import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serverSamples } from '../../../scripts/policy/serverSamples.ts'
import { commonHeaders, keptForever, neverKept } from '../../../src/policy/responseHeaders.ts'

const folder = join(import.meta.dirname, '../../../scripts/policy/samples')
const samples = Object.entries(serverSamples())

describe('the sample of a web server', () => {
  it.each(samples)('%s is what the policy gives: run node scripts/policy/main.ts', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
  })

  it.each(samples)('%s sends every header, and both rules for keeping', (_, text) => {
    for (const [name, value] of Object.entries(commonHeaders)) expect(text).toContain(`${name} "${value}"`)
    for (const rule of [keptForever, neverKept]) expect(text).toContain(`"${rule}"`)
  })

  it('has no sample beside it that nothing writes', () => {
    expect(readdirSync(folder).toSorted()).toEqual(samples.map(([name]) => name).toSorted())
  })

  it('nginx adds headers in one place only, because a block that adds one drops the others', () => {
    const { 'nginx.conf': nginx = '' } = serverSamples()
    const blocks = nginx.match(/location [^{]*\{[^}]*\}/g) ?? []
    expect(blocks).toHaveLength(3)
    expect(blocks.filter((block) => block.includes('add_header'))).toEqual([])
  })
})
