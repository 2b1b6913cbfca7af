// Draws Plotly figures. A figure keeps its element, also while its page is away: a changed one is drawn over an
// old one (Plotly.react), once it is nearly in sight; an unchanged one costs nothing. All share one copy of Plotly.
const version = new URL(import.meta.url).search // of all files in this folder
const [{ Marks }, { Plots }, { Tools }, { lasting }, { slideScale }, { styles }] = await Promise.all(
  ["marks", "plots", "tools", "lasting", "slide_scale", "styles", "page"].map((name) => import(`./${name}.js${version}`)),
)
styles("figure.css", import.meta.url)

const PAPER = 690 // px: the width between the margins of A4 and Letter
const SHEET = 900 // px: the height between the margins of Letter, less some words
const NARROW = 1000 // px: in a narrower window, and on paper, a figure shows the second of two specs
const NEAR = "100px" // outside of what is seen
const SIZES = new Set(["size", "height", "l", "r", "t", "b", "xshift", "yshift", "ticklen", "ticklabelshift"])
let library

// Called by Streamlit whenever the data or the colour scheme changes. Returns what Streamlit calls when the
// element goes: it puts the figure aside.
export async function draw({ data, parentElement, setTriggerValue }) {
  const Plotly = await load(new URL(data.library, import.meta.url).href)
  if (!parentElement.isConnected) return // the page was left while the library was on its way
  const [figure, gone] = lasting(parentElement, () => new Figure(Plotly, parentElement), data.key)
  figure.opened = (mark) => setTriggerValue("opened", mark)
  figure.pressed = (label) => setTriggerValue("pressed", label)
  figure.update(data)
  return gone
}

// The ink of the page, and whether it is dark. Asking makes the browser compute the style of all that has
// changed, so it is asked once for all figures that come together.
let page
function look(parent) {
  if (!page) {
    const style = getComputedStyle(parent)
    page = { ink: style.getPropertyValue("--st-text-color").trim(), dark: style.colorScheme === "dark" }
    setTimeout(() => (page = undefined))
  }
  return page
}

// Plotly's script defines one global name; it is fetched and run once.
function load(address) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = address
    script.onload = () => resolve(window.Plotly)
    script.onerror = () => reject(new Error("The chart library did not arrive. Reload the page."))
    document.head.append(script)
  })
  return library
}

class Figure {
  constructor(Plotly, parent) {
    this.Plotly = Plotly
    this.root = document.createElement("div")
    this.root.className = "linchpin-figure"
    const open = (address) => this.opened([this.index, ...address])
    this.plots = new Plots(Plotly, open)
    this.root.append(this.plots.shown)
    this.marks = new Marks(this.root, open, () => this.late && this.redraw())
    this.tools = new Tools(this)
    this.root.append(this.tools.bar)
    this.sized = new ResizeObserver(() => this.resize(this.root.clientWidth))
    const margins = { rootMargin: NEAR, scrollMargin: NEAR }
    this.seen = new IntersectionObserver((changes) => this.comes(changes.at(-1).isIntersecting), margins)
    this.enter(parent)
  }

  // Into the page, the first time or again.
  enter(parent) {
    this.parent = parent
    parent.append(this.root)
    this.place = parent.closest(".stElementContainer")
    this.place.style.overflow = "visible" // it would scroll by a pixel or two, and keep a swipe for that
    this.fit()
    const width = Math.round(this.root.clientWidth)
    if (width !== this.width) this.drawn = undefined // the next update draws it, even if its data are the same
    this.width = width
    this.near = true
    this.sized.observe(this.root)
    this.seen.observe(this.root)
    this.listening = new AbortController()
    const { signal } = this.listening
    window.addEventListener("linchpin-filter", ({ detail }) => this.marks.pale(detail.theme), { signal })
    window.addEventListener("beforeprint", () => this.print(true), { signal })
    window.addEventListener("afterprint", () => this.print(false), { signal })
  }

  // Out of the page, while another one is shown.
  leave() {
    this.listening.abort()
    this.sized.disconnect()
    this.seen.disconnect()
    this.plots.unhover()
    this.marks.reset()
    this.tools.status.textContent = ""
    this.root.remove()
  }

  update(data) {
    const { ink, dark } = look(this.parent)
    this.dark = dark
    this.tools.bar.hidden = !data.picture
    this.tools.update(data.toggles)
    if (data === this.data && ink === this.ink) return
    const wanted = JSON.stringify([data.specs, data.dark, ink])
    Object.assign(this, { data, ink, wanted })
    const same = wanted === this.drawn // then only the words about it have changed
    const wasLate = this.late
    this.late = !same && this.drawn !== undefined && !this.near
    if (same) {
      this.marks.label(data.name, data.description)
      if (wasLate) this.marks.say()
    } else if (this.late) this.marks.forget(data.name, data.description)
    else this.redraw()
  }

  // Whether the figure is nearly in sight has changed.
  comes(near) {
    this.near = near
    if (near && this.late) this.redraw()
  }

  redraw() {
    if (!this.width && !this.printing) return // not shown: it is drawn once it has a width
    this.drawn = this.wanted
    this.late = false
    const { name, description, dark, specs } = this.data
    const narrow = this.printing || window.innerWidth < NARROW
    this.index = narrow ? specs.length - 1 : 0
    this.fit()
    let spec = specs[this.index]
    if (this.dark && !this.printing) spec = recoloured(spec, dark)
    if (this.data.slide) spec = enlarged(spec, slideScale())
    // On paper a figure is not cut, unless it is higher than a sheet.
    this.place.style.breakInside = this.printing && spec.layout.height > SHEET ? "auto" : ""
    this.plots.draw(spec.traces, this.layout(spec.layout))
    this.marks.update(this.plots.shown, name, description)
  }

  // Streamlit's place is as high as the first of two specs; the second may have another height. While the page is
  // printed its place on the screen stays as it is, or the page would scroll; figure.css has that on paper.
  fit() {
    this.place.style.height = this.index && !this.printing ? "auto" : ""
  }

  // The layout from the server, in the width and the ink that the figure has here.
  layout(layout) {
    const ink = this.printing ? "black" : this.ink
    return { ...layout, width: this.width, font: { ...layout.font, color: ink } }
  }

  resize(width) {
    const rounded = Math.round(width)
    if (this.printing || !rounded || rounded === this.width) return
    this.width = rounded
    if (this.data) this.redraw()
  }

  print(on) {
    this.printing = on
    // Paper has no room for another column beside a figure.
    this.root.closest("[data-testid=stHorizontalBlock]")?.style.setProperty("display", on ? "block" : "")
    this.width = on ? PAPER : Math.round(this.root.clientWidth)
    if (this.data) this.redraw()
  }

  // It is out of the page, and does not come back.
  remove() {
    this.plots.remove()
  }
}

// Data and layout of a figure in other colours. colours: the new one by the old one, both as #rrggbb;
// the old ones are also found as the "r, g, b" of an rgba().
function recoloured({ traces, layout }, colours) {
  const swaps = Object.fromEntries(
    Object.entries(colours).flatMap(([from, to]) => [[from, to], [channels(from), channels(to)]]),
  )
  const any = new RegExp(Object.keys(swaps).join("|"), "g")
  return JSON.parse(JSON.stringify({ traces, layout }).replace(any, (from) => swaps[from]))
}

function channels(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")
}

// Data and layout of a figure with letters, symbols and margins `scale` times as large.
function enlarged({ traces, layout }, scale) {
  const grown = (value) => (Array.isArray(value) ? value.map(grown) : value * scale)
  const sized = (key, value) => (SIZES.has(key) && value !== null ? grown(value) : value)
  return JSON.parse(JSON.stringify({ traces, layout }), sized)
}
