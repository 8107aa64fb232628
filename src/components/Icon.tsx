const paths = {
  good: 'M3.5 8.5l3 3 6-7',
  watch: 'M8 3v6M8 12.2v.3',
  bad: 'M4 4l8 8M12 4l-8 8',
  close: 'M4 4l8 8M12 4l-8 8',
  table: 'M2.500 3.500h11v9h-11zM2.500 6.500h11M6.500 6.500v6',
  chart: 'M2.500 13.500h11M4.500 11V8M8 11V4M11.500 11V6.500',
  more: 'M3.500 8v.01M8 8v.01M12.500 8v.01',
  filters: 'M2 4.500h12M4.500 8h7M6.500 11.500h3',
  down: 'M4 6l4 4 4-4',
  download: 'M8 2.500v7M5 6.800l3 3 3-3M3 13h10',
} as const

interface Props {
  readonly name: keyof typeof paths
}

/** A small mark drawn with the text's colour; always beside a word or a label. */
export function Icon({ name }: Props): React.ReactNode {
  return (
    <svg
      viewBox="0 0 16 16"
      width="12"
      height="12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
