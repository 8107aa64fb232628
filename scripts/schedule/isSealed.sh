#!/usr/bin/env bash
# Says "true" if a folder holds files and every one of them is sealed (age encryption), else "false". Looks at
# bytes, not at names; only the manifest, which names files and holds no number of the practice, may be plain.
set -euo pipefail
folder=${1:?which folder?}
answer=false
if [ -d "$folder" ]; then
  while IFS= read -r -d '' file; do
    case "${file#"$folder"/}" in manifest.json | manifest.previous.json) continue ;; esac
    if ! [ -f "$file" ] || [ "$(head -c 21 "$file" | tr -d '\0')" != 'age-encryption.org/v1' ]; then
      answer=false
      break
    fi
    answer=true
  done < <(find "$folder" ! -type d -print0)
fi
echo "$answer"
