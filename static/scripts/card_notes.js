// Stores the title and the notes in this browser tab, so that they outlive a reload and a restart of the
// server. In a new session (data.fresh), sends back what is stored.
const KEY = "linchpin-brief"

export function draw({ data, setTriggerValue }) {
  if (!data.fresh) {
    sessionStorage.setItem(KEY, JSON.stringify(data.notes))
    return
  }
  const stored = sessionStorage.getItem(KEY)
  if (stored && stored !== JSON.stringify(data.notes)) setTriggerValue("restored", stored)
}
