/** The words of the switch between light and dark; each choice with its value. */
export const themeTexts = {
  legend: 'Colors',
  choices: [
    ['system', 'As device'],
    ['light', 'Light'],
    ['dark', 'Dark'],
  ],
} as const
