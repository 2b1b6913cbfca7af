// Who gets a gesture that starts on the map: the page, unless the reader means the map. One finger and the wheel
// scroll the page; two fingers move the map, and the wheel zooms it with Ctrl held or after a click on it.
const MAP = ".st-key-map [data-testid=stDeckGlJsonChart]"
const SHOWN = 2000 // ms
const HINTS = { touch: "Two fingers move the map.", wheel: "Hold Ctrl, or click the map first, to zoom with the wheel." }
const fingers = new Set() // ids of those that are on a map
let inUse = false // clicked, and the pointer has not left the map since
let hiding
let watching = false

// Called with every map; one set of listeners serves all. They catch events before the map's own do.
export function shareGestures() {
  if (watching) return
  watching = true
  const listen = (type, act) =>
    window.addEventListener(type, (event) => event.target.closest?.(MAP) && act(event), { capture: true, passive: false })
  listen("wheel", (event) => {
    if (inUse || event.ctrlKey || event.metaKey) return
    event.stopPropagation()
    say("wheel")
  })
  listen("click", () => (inUse = true))
  window.addEventListener("pointermove", (event) => (inUse &&= Boolean(event.target.closest?.(MAP))), { passive: true })
  listen("touchstart", (event) => event.touches.length > 1 && event.preventDefault())
  listen("touchmove", (event) => {
    if (event.touches.length > 1) return event.preventDefault()
    event.stopPropagation()
    say("touch")
  })
  listen("pointerdown", ({ pointerType, pointerId }) => pointerType === "touch" && fingers.add(pointerId))
  for (const type of ["pointerup", "pointercancel"]) {
    window.addEventListener(type, ({ pointerId }) => fingers.delete(pointerId), { capture: true })
  }
  listen("pointermove", (event) => {
    if (event.pointerType === "touch" && fingers.size < 2) event.stopPropagation()
  })
}

// Shows for a while, over the map, how to move it.
function say(gesture) {
  const map = document.querySelector(MAP)
  let hint = map.querySelector(".linchpin-gesture")
  if (!hint) {
    hint = Object.assign(document.createElement("p"), { className: "linchpin-gesture", role: "status" })
    map.append(hint)
  }
  hint.textContent = HINTS[gesture]
  hint.hidden = false
  clearTimeout(hiding)
  hiding = setTimeout(() => (hint.hidden = true), SHOWN)
}
