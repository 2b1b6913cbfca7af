// Keeps the title and the notes in this browser tab, over a reload and a restart of the server.
const KEY = "linchpin-brief"

export default function ({ data, setTriggerValue }) {
  if (!data.fresh) {
    sessionStorage.setItem(KEY, JSON.stringify(data.kept))
    return
  }
  const before = sessionStorage.getItem(KEY)
  if (before && before !== JSON.stringify(data.kept)) setTriggerValue("restored", before)
}
