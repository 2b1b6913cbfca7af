// Tells the server how wide the map's place is, how many times as large as 1280 × 720 px a slide is, and whether
// this browser can draw maps, where that differs from what the server takes for granted. It draws the map's
// caption, which is as wide as the map.
const version = new URL(import.meta.url).search // of all files in this folder
const [{ shareGestures }, { slideScale }] = await Promise.all(
  ["map_gestures", "slide_scale", "page"].map((name) => import(`./${name}.js${version}`)),
)
const watched = new WeakMap() // by the element that Streamlit gives to a component
let webgl // asked once: each try costs a drawing context

export function draw({ data, parentElement, setStateValue }) {
  parentElement.querySelector("p").textContent = data.caption
  webgl ??= drawsMaps()
  shareGestures()
  const tell = () => {
    const width = parentElement.getBoundingClientRect().width
    if (!width) return // not laid out yet, or hidden
    if (document.querySelector(".st-key-drawer")) return // the page has made room for it, for a while
    const scale = data.slide ? Math.round(slideScale() * 10) / 10 : 1
    const most = Math.round(data.most * scale)
    const seen = { width: Math.min(most, Math.floor(width / data.step) * data.step), scale, webgl }
    if (Object.keys(seen).some((name) => seen[name] !== data[name])) setStateValue("seen", seen)
  }
  watched.get(parentElement)?.disconnect()
  const observer = new ResizeObserver(tell) // calls at once, too
  observer.observe(parentElement)
  watched.set(parentElement, observer)
  return () => observer.disconnect()
}

function drawsMaps() {
  const context = document.createElement("canvas").getContext("webgl2")
  context?.getExtension("WEBGL_lose_context")?.loseContext()
  return Boolean(context)
}
