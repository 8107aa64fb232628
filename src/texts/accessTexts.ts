const askForNew = 'Ask the person who gave you the link for a new one.'
const askIfMeant =
  'If you should still see these numbers, ask the person who gave you the link for a new one.'
const stillGood = 'Your link stays good; there is nothing wrong with it.'

/** What a page says when it opens nothing: one text for each reason, with what to do next. */
export const accessTexts = {
  locked: {
    title: 'This page needs its link',
    texts: [
      'These numbers are sealed. They open with the personal link that you were given; the address of the page alone opens nothing.',
    ],
    next: [
      'Open your link again, from where you keep it. It opens the pages of one tab, for a day at most.',
      'If you never had one, ask the person at your practice who looks after these numbers.',
      'To be spared this on your own computer, choose “Remember on this device” at the foot of a page once it is open.',
    ],
    actions: ['lost'],
  },
  lost: {
    title: 'A lost link is replaced, not found again',
    texts: [
      'Nobody can look your link up: its key is kept nowhere but in the link itself.',
      'Whoever finds it can read the numbers that it opens until it is removed.',
    ],
    next: [
      askForNew,
      'Say that the old one is lost, so that it is removed. The new one opens the same numbers.',
    ],
    actions: [],
  },
  forgotten: {
    title: 'This device has forgotten your link',
    texts: [
      'The key has been removed from this browser, for this tab, for every other tab, and for what was remembered on the device.',
      'The link itself still opens the numbers, here and elsewhere.',
    ],
    next: [
      'To see the numbers again, open your link again.',
      'If others use this browser, delete today’s visits from its history too: a browser may have noted the link before this page could take the key out of it.',
    ],
    actions: [],
  },
  'forget-failed': {
    title: 'This device could not forget your link',
    texts: ['The browser did not let the key be removed from its storage.'],
    next: ['Clear the data of this site in the browser’s settings; that removes the key for certain.'],
    actions: [],
  },
  'link-damaged': {
    title: 'This link was damaged on the way',
    texts: [
      'It was not copied whole, or some program between the sender and you has changed it. Others may have seen it then, so it is not used, and this page does not try to mend it.',
    ],
    next: [
      'If you copied the link, copy it again from its first letter to its last, with nothing after it.',
      askForNew,
      'Say that the old one may have been seen, so that it is removed. E-mail is what changes links most: a link in two parts, with its words told by phone, is made for it.',
    ],
    actions: [],
  },
  closed: {
    title: 'This link opens nothing here',
    texts: ['It is not in use yet, it was removed, its time is over, or it belongs to another practice.'],
    next: ['If you were given it only just now, it opens after the practice’s next sync.', askIfMeant],
    actions: ['reload', 'forget'],
  },
  early: {
    title: 'There is nothing to show yet',
    texts: [
      'Your link opens the numbers of whole months. Each month comes to it once, about a week after the month has ended, and at the moment there is none to show.',
    ],
    next: ['Come back when the next month has been over for a week.', stillGood],
    actions: ['reload'],
  },
  'words-lost': {
    title: 'Lost words are replaced, not found again',
    texts: [
      'Nobody can look the six words up: they are kept nowhere, and without them this link opens nothing.',
    ],
    next: [
      'Look where they were told to you, apart from the link: a message, a call that you took notes of, a slip of paper.',
      'If they are gone, ask the person who gave you the link for a new one. It comes with six new words.',
      'If you have another link, open that one.',
    ],
    actions: ['words', 'aside'],
  },
  'words-closed': {
    title: 'This link is closed',
    texts: ['What its words would open is not here any more: it was removed, or its time is over.'],
    next: [askIfMeant, 'If you were given it only just now, it opens after the practice’s next sync.'],
    actions: ['reload', 'aside'],
  },
  unsigned: {
    title: 'These numbers are not signed',
    texts: ['What lies here bears no signature, so nobody vouches for it. Nothing of it is shown.'],
    next: [
      'Tell the person who looks after this site: something else may have been put in the place of your numbers.',
      stillGood,
    ],
    actions: ['reload'],
  },
  forged: {
    title: 'These numbers are not from your practice',
    texts: [
      'They are not signed with the key that your link trusts. Somebody may have put them in the place of yours, or your link belongs to another practice. Nothing of them is shown.',
    ],
    next: [
      'Do not rely on anything this site shows until it is cleared up. Tell the person who looks after it.',
      'If the practice has begun anew with its links, it will give you a new one.',
    ],
    actions: ['reload', 'forget'],
  },
  older: {
    title: 'Older numbers were put back',
    texts: [
      'This browser has seen newer numbers of your practice than those that lie here now. Old ones are not shown in their place.',
    ],
    next: [
      'Try again in some minutes: a host can be slow to show what is new. If it stays so, tell the person who looks after this site.',
      stillGood,
    ],
    actions: ['reload'],
  },
  damaged: {
    title: 'The numbers did not arrive whole',
    texts: [
      'A file is not what was published: it was cut off, changed, or mixed up with another. Nothing of it is shown.',
    ],
    next: ['Try again. If it stays so, tell the person who looks after this site.', stillGood],
    actions: ['reload'],
  },
  unreachable: {
    title: 'The numbers cannot be reached',
    texts: ['This page is here, but what it shows could not be fetched.'],
    next: ['Check the connection, then try again.', stillGood],
    actions: ['reload'],
  },
  missing: {
    title: 'No numbers have been published here',
    texts: ['The site is in place, but no published data lies beside it yet.'],
    next: [
      'Ask the person who looks after the sync. Once it has run, this page shows the numbers by itself.',
    ],
    actions: ['reload'],
  },
  expired: {
    title: 'These numbers are too old to be shown',
    texts: [
      'The practice has published nothing for two weeks. What has happened since is not in these numbers, so they are not shown at all.',
    ],
    next: [
      'Tell the person who set this up at your practice that the sync has stopped. Once it has run, this page opens by itself.',
      stillGood,
    ],
    actions: ['reload', 'forget'],
  },
  newer: {
    title: 'These numbers need a newer page',
    texts: ['The numbers were published in a form that this page does not know yet.'],
    next: ['Reload the page. If it stays so, the site itself has to be brought up to date.'],
    actions: ['reload'],
  },
  framed: {
    title: 'Not inside another page',
    texts: [
      'This page was opened inside another one, which could watch or mislead you. Sealed numbers are not opened there.',
    ],
    next: ['Open your link in a tab of its own.'],
    actions: ['out'],
  },
} as const

/** Of a link whose time is over; `day` as it is written. */
export const linkExpiredText = (day: string) =>
  ({
    title: `This link ended on ${day}`,
    texts: ['Links are given for a time, and the time of this one is over.'],
    next: [askIfMeant],
    actions: ['forget'],
  }) as const

/** What the buttons of those pages do. */
export const accessActions = {
  out: 'Open the page in a tab of its own',
  reload: 'Try again',
  lost: 'I have lost my link',
  words: 'Enter the words',
  aside: 'Go on without this link',
  forget: 'Forget this link on this device',
} as const

/** The heading over what to do. */
export const whatToDo = 'What to do'

/** In the foot of an opened page: for whom its link is, and where its key is kept. */
export const keptTexts = {
  openedWith: (whom: 'owners' | 'viewers', until: string) =>
    `Opened with a link for ${whom}${until === '' ? '' : `, until ${until}`}. `,
  remember: 'Remember on this device',
  forget: 'Forget',
  tab: 'Its key is kept for this tab only. Remember it on no device that others use.',
  device: 'This device remembers it: whoever uses this browser can open the numbers until you choose Forget.',
  refused: 'This browser keeps nothing, so the link cannot be remembered here.',
} as const
