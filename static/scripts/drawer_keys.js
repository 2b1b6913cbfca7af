// Keys that are pressed in an open drawer or dialog stay there. Those that turn a slide are listened for on the
// document, so they are caught before; what they do in the drawer, such as scrolling, stays.
const KEYS = new Set(["ArrowLeft", "ArrowRight", "PageUp", "PageDown"])

window.addEventListener("keydown", (event) => {
  if (!KEYS.has(event.key) || !document.querySelector("[role=dialog]")) return
  event.stopImmediatePropagation()
}, { capture: true })
