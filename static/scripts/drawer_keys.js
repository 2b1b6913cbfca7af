// Keys that are pressed in an open drawer or dialog stay there. Those that turn a slide are listened for on the
// document, so they are caught before; what they do in the drawer, such as scrolling, stays.
const KEYS = new Set(["ArrowLeft", "ArrowRight", "PageUp", "PageDown"])

window.addEventListener("keydown", (event) => {
  const dialog = document.querySelector("[role=dialog]")
  if (!dialog) return
  if (KEYS.has(event.key)) event.stopImmediatePropagation()
  // Streamlit hears Esc in the dialog alone. Half a second after it opens, the focus leaves it for some milliseconds.
  if (event.key === "Escape" && !dialog.contains(event.target)) dialog.querySelector("button[aria-label=Close]")?.click()
}, { capture: true })
