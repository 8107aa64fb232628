import { describe, expect, it } from 'vitest'
import { detectDelimiter } from '../../../../scripts/private/sources/detectDelimiter.ts'

const cases: readonly [string, string, string][] = [
  ['commas', 'a,b,c\n1,2,3\n', ','],
  ['tabs', 'a\tb\tc\n1\t2\t3\n', '\t'],
  ['semicolons', 'a;b\n1;2\n', ';'],
  ['pipes', 'a|b\n1|2\n', '|'],
  ['tabs although every name has a comma', 'Name, first\tSeen\nDoe, Jane\t1\nRoe, Rick\t2\n', '\t'],
  ['semicolons although amounts have decimal commas', 'Site;Paid;Due\nA;1,50;2,50\nB;3,50;4,25\n', ';'],
  ['commas although a cell lists codes', 'id,codes,units\n1,A;B,1\n2,C;D,1\n3,E,1\n', ','],
  ['commas although every row has a pipe', 'id,code|mod,units\n1,A|B,2\n2,C|D,3\n', ','],
  ['commas below titles', 'Billing; monthly; all sites\nPrinted: today\n\na,b,c\n1,2,3\n4,5,6\n', ','],
  ['semicolons around quoted commas and line ends', 'a;b\n"x, y,\nz";2\n"u, v,\nw";3\n', ';'],
  ['commas in a single column', 'a\n1\n2\n', ','],
  ['commas in an empty text', '', ','],
]

describe('detectDelimiter', () => {
  it.each(cases)('finds %s', (_, text, character) => {
    expect(detectDelimiter(text)).toEqual({ character, isDeclared: false })
  })

  it('believes a first line that declares it', () => {
    expect(detectDelimiter('sep=;\na,b;c,d\n')).toEqual({ character: ';', isDeclared: true })
  })
})
