interface Props {
  readonly notices: readonly string[]
}

/** What the page wants to say about its address, politely read out. */
export function Notices({ notices }: Props): React.ReactNode {
  return (
    <div role="status">
      {notices.map((notice) => (
        <p key={notice} className="notice">
          {notice}
        </p>
      ))}
    </div>
  )
}
