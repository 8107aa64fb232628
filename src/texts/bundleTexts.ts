/** Why a bundle cannot be used, where the page made for that reason cannot be shown. */
export const bundleTexts = {
  unreachable: 'The published data cannot be reached. Check the connection and reload.',
  missing: 'No published data was found beside this page.',
  newer: 'The published data is newer than this page. Reload it.',
  damaged:
    'The published data is damaged or incomplete, so none of it is shown. Reload the page; if this stays, the practice needs to publish again.',
  unsigned:
    'The published data is not signed, so none of it is shown. Your link is for sealed data: tell the person who gave it to you.',
  forged:
    'The published data is not signed by the practice that gave you your link, so none of it is shown. Tell the person who gave it to you.',
  older:
    'The published data is older than what this device has seen before, so none of it is shown. Reload the page in a few minutes; if this stays, tell the practice.',
  expired:
    'The published data has expired: the practice has not published for two weeks. None of it is shown until it publishes again.',
  locked: 'The published data is sealed. Open it with the link that the practice gave you.',
  early:
    'Your link is in order, and there is nothing to show at the moment: numbers come to it month by month, a week after each month has ended.',
  closed:
    'Your link does not open the published data: it was removed, or it belongs to another practice. Ask for a new one.',
} as const
