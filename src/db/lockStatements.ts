/** Run in this order before any data is loaded; afterwards SQL reaches nothing but its own tables. */
export const lockStatements = [
  'SET autoinstall_known_extensions=false',
  'SET autoload_known_extensions=false',
  'SET allow_community_extensions=false',
  'SET enable_external_access=false',
  'SET lock_configuration=true',
] as const
