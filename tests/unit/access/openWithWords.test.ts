import { Encrypter } from 'age-encryption'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openWithWords } from '../../../src/access/openWithWords.ts'
import { sampleAccess } from './sampleAccess.ts'

const base = new URL('https://clinic.example/bundle/')
const words = ['gong', 'yo-yo', 'abacus', 'drop-down', 'tulip', 'zoom']

/** A text under the six words, with little work so that the test is quick. */
async function sealed(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(2)
  encrypter.setPassphrase(words.join(' '))
  return new Uint8Array(await encrypter.encrypt(text))
}

function answerWith(answer: () => Promise<Response>) {
  const ask = vi.fn(answer)
  vi.stubGlobal('fetch', ask)
  return ask
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('six words', () => {
  it('open what lies under the link’s id, asked for anew', async () => {
    const bytes = await sealed(JSON.stringify(sampleAccess))
    const ask = answerWith(() => Promise.resolve(new Response(bytes)))
    expect(await openWithWords(base, '0123456789abcdef', words)).toEqual({
      problem: null,
      content: sampleAccess,
    })
    const at = new URL('https://clinic.example/bundle/keys/0123456789abcdef.age')
    expect(ask).toHaveBeenCalledExactlyOnceWith(at, { cache: 'no-store' })
  })

  it('in another order, or one of them another, are wrong', async () => {
    const bytes = await sealed('{}')
    answerWith(() => Promise.resolve(new Response(bytes)))
    for (const other of [words.toReversed(), words.with(5, 'zebra')])
      expect(await openWithWords(base, 'id', other)).toEqual({ problem: 'wrong' })
  })

  it('open nothing that was cut off, changed or is no JSON', async () => {
    const bytes = await sealed('{}')
    for (const content of [bytes.slice(0, -1), bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1), await sealed('{')]) {
      answerWith(() => Promise.resolve(new Response(content)))
      expect(await openWithWords(base, 'id', words)).toEqual({ problem: 'damaged' })
    }
  })

  it.each([
    ['closed', () => Promise.resolve(new Response(null, { status: 404 }))],
    ['unreachable', () => Promise.resolve(new Response(null, { status: 503 }))],
    ['unreachable', () => Promise.reject(new TypeError('offline'))],
  ] as const)('find the link %s', async (problem, answer) => {
    answerWith(answer)
    expect(await openWithWords(base, 'id', words)).toEqual({ problem })
  })
})
