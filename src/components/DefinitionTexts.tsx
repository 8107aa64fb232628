import type { ReactNode } from 'react'
import type { DefinitionLine } from './definitionOf.ts'

interface Props extends Pick<DefinitionLine, 'texts'> {
  readonly isCode: true | undefined
  readonly links: readonly string[] | undefined
  readonly root: string
}

/** What a line of a definition says: a sentence, or a list. */
export function DefinitionTexts({ texts, isCode, links, root }: Props): ReactNode {
  const items = texts.map((text, index) => {
    const link = links?.[index]
    // The name of a table, and after a colon its sums.
    const [name = '', ...more] = link === undefined ? [] : text.split(':')
    const words =
      link === undefined ? (
        text
      ) : (
        <>
          <a href={`${root}${link}`}>{name}</a>:{more.join(':')}
        </>
      )
    return isCode ? <code>{words}</code> : words
  })
  if (items.length === 1) return items[0]
  return (
    <ul>
      {items.map((item, index) => (
        // The lines of a definition are fixed.
        <li key={index}>{item}</li>
      ))}
    </ul>
  )
}
