#!/usr/bin/env bash
# Says "true" if a folder is a sealed bundle and nothing else, else "false": a signed manifest, the one before it
# perhaps, and files that age has sealed for people (keys/: with words). Looks at bytes, not at names, and only at
# the kind of seal: whether signature and key are the right ones, the reader finds out.
set -euo pipefail
folder=${1:?which folder?}
signed='^\{"signed":"\{.*\}","signature":"[A-Za-z0-9_-]{86}","signer":"[A-Z2-7]{52}"\}$'

# One line, of which every byte belongs to the manifest.
isSigned() {
  [ -f "$1" ] && [ "$(tr -dc '\0\n' < "$1" | wc -c)" -eq 0 ] && LC_ALL=C grep -Eq "$signed" "$1"
}

isSealed() {
  [ -f "$1" ] || return 1
  local wanted="age-encryption.org/v1 -> $2 "
  [ "$(head -c "${#wanted}" "$1" | tr '\0\n' '\1 ')" = "$wanted" ]
}

isFit() {
  case "$1" in
    manifest.json | manifest.previous.json) isSigned "$folder/$1" ;;
    keys/*) isSealed "$folder/$1" scrypt ;;
    *) isSealed "$folder/$1" mlkem768x25519 ;;
  esac
}

answer=false
# Not through a link: neither the folder nor anything in it.
if [ -d "$folder" ] && [ -f "$folder/manifest.json" ]; then
  while IFS= read -r -d '' file; do
    if [ -L "$file" ] || ! isFit "${file#"$folder"/}"; then
      answer=false
      break
    fi
    case "${file#"$folder"/}" in manifest*) ;; *) answer=true ;; esac
  done < <(find "$folder" ! -type d -print0)
fi
echo "$answer"
