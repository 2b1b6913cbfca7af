// Keys that are pressed in an open drawer or dialog stay there. Those that turn a slide are listened for on the
// document, so they are caught before; what they do in the drawer, such as scrolling, stays.
const KEYS = new Set(["ArrowLeft", "ArrowRight", "PageUp", "PageDown"])
const CLOSE = "button[aria-label=Close]"

window.addEventListener("keydown", (event) => {
  const dialog = document.querySelector("[role=dialog]")
  if (!dialog) return
  if (KEYS.has(event.key)) event.stopImmediatePropagation()
  // Streamlit hears Esc in the dialog alone. Half a second after it opens, the focus leaves it for some milliseconds.
  if (event.key === "Escape" && !dialog.contains(event.target)) dialog.querySelector(CLOSE)?.click()
}, { capture: true })

// A closed drawer stays closed. Streamlit makes it anew, open, when a run is stopped before it has drawn something
// in its place. Drawers are children of the body.
let closed
new MutationObserver((changes) => {
  for (const { addedNodes, removedNodes } of changes) {
    for (const node of removedNodes) closed = opening(node) ?? closed
    for (const node of addedNodes) if (closed && opening(node) === closed) node.querySelector(CLOSE).click()
  }
}).observe(document.body, { childList: true })

function opening(node) {
  return node.querySelector?.("[data-opening]")?.dataset.opening
}
