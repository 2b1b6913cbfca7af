// Stores the title and the notes in this browser tab, so that they outlive a reload and a restart of the
// server. In a new session (data.fresh), sends back what is stored.
const { keep, stored } = await import(`./store.js${new URL(import.meta.url).search}`)
const TAB = ["sessionStorage", "linchpin-brief"]

export function draw({ data, setTriggerValue }) {
  if (!data.fresh) {
    keep(...TAB, JSON.stringify(data.notes))
    return
  }
  const notes = stored(...TAB)
  if (notes && notes !== JSON.stringify(data.notes)) setTriggerValue("restored", notes)
}
