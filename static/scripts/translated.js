// Browsers translate a page by putting <font> elements in the place of its texts. Streamlit (React) goes on
// writing into the texts that it knows, so that old numbers stayed on the page, or the page broke. Here a text
// takes its place again before it is written, moved or removed; the translator then translates it anew.
const places = new WeakMap() // the outermost <font> by the text that it stands for

new MutationObserver((changes) => {
  for (const { addedNodes, removedNodes } of changes) {
    const font = [...addedNodes].find((node) => node.nodeName === "FONT")
    const text = [...removedNodes].find((node) => node.nodeType === Node.TEXT_NODE)
    if (font && text) places.set(text, font)
  }
}).observe(document.documentElement, { childList: true, subtree: true })

function takePlace(node) {
  if (node?.nodeType !== Node.TEXT_NODE) return
  let font = places.get(node)
  if (node.parentNode?.nodeName === "FONT") font = node.parentNode
  while (font?.parentNode?.nodeName === "FONT") font = font.parentNode
  if (font?.parentNode) font.replaceWith(node)
  places.delete(node)
}

const { removeChild, insertBefore } = Node.prototype
Node.prototype.removeChild = function (child) {
  if (child?.parentNode !== this) takePlace(child)
  return removeChild.call(this, child)
}
Node.prototype.insertBefore = function (node, next) {
  if (next && next.parentNode !== this) takePlace(next)
  return insertBefore.call(this, node, next)
}
const value = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue")
Object.defineProperty(Node.prototype, "nodeValue", {
  ...value,
  set(text) {
    takePlace(this)
    value.set.call(this, text)
  },
})
