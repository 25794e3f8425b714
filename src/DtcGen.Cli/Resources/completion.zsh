_dtc() {
  local -a found folders
  found=("${(@f)$(dtc "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
  found=(${found:#})
  folders=(${(M)found:#*/})
  found=(${found:#*/})
  compadd -S '' -- $folders
  compadd -- $found
}
compdef _dtc dtc
