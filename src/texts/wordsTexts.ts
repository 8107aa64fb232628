/** What a page says that asks for the six words of a link in two parts. */
export const wordsTexts = {
  title: 'This link needs its six words',
  told: 'They were told to you apart from the link: by phone, in a message or on paper.',
  label: 'The six words',
  hint: 'In their order. Capitals, commas and extra spaces do not matter.',
  open: 'Open',
  opening: 'Opening. This takes a second or two, on purpose.',
  otherCount: (words: number) =>
    `${words === 0 ? 'There are no words yet.' : words === 1 ? 'That is one word.' : `Those are ${String(words)} words.`} Six are needed, with spaces between them.`,
  problems: {
    wrong:
      'These words do not open this link. Compare them with what you were told, word by word, in their order.',
    doubtful:
      'These words do not open this link either. They may be another link’s, or misheard. Ask the person who gave you the link for a new one, with new words.',
    unreachable: 'The link’s key could not be fetched. Check the connection, then try again.',
    damaged: 'What the words should open did not arrive whole. Try again.',
  },
  ifNot: 'If they do not open it',
  ofEachLink: 'Each link has six words of its own: see that this link and these words belong together.',
  lost: 'I do not have the words',
} as const
