// The marks of a figure by keyboard: one stop of the Tab key; arrows, Home and End move over the marks in
// the order in which the figure lists them; Enter or Space opens one. The mark in focus has an outline and
// is said in words. For screen readers it is a list of which one option at a time is in the page.
const KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
const GAP = 3 // px between a mark and its outline
let options = 0

export class Marks {
  // open: opens a mark, given its address. refresh: draws the figure if its marks are out of date.
  constructor(root, open, refresh) {
    this.open = open
    this.refresh = refresh
    this.index = 0
    this.marks = []
    this.list = element("ul", "marks", { role: "listbox", tabIndex: 0 })
    this.ring = element("div", "ring", { ariaHidden: "true" })
    this.description = element("p", "description", { id: `figure-${++options}` })
    this.ring.hidden = true
    root.append(this.list, this.ring, this.description)
    this.list.setAttribute("aria-describedby", this.description.id)
    this.list.onkeydown = (event) => this.press(event)
    this.list.onfocus = () => {
      this.refresh()
      this.show()
    }
    this.list.onblur = () => (this.ring.hidden = true)
  }

  // The figure in words. Its marks are as they were, and none is said again.
  label(name, description) {
    this.pale([])
    this.list.ariaLabel = name
    this.description.textContent = description
  }

  // The same, of marks that are not drawn yet. `say` takes it back.
  forget(name, description) {
    this.label(name, description)
    this.list.replaceChildren()
  }

  update(plot, name, description) {
    this.label(name, description)
    this.plot = plot
    this.marks = marksOf(plot)
    this.index = Math.min(this.index, Math.max(this.marks.length - 1, 0))
    this.list.hidden = !this.marks.length
    this.say()
    if (document.activeElement === this.list) this.show()
  }

  // As they were before anybody touched them.
  reset() {
    this.pale([])
    this.ring.hidden = true
    this.index = 0
    this.say()
  }

  // Themes were chosen and the server has not answered yet: marks of other themes turn pale. Without a
  // choice, or once the server has answered, none is.
  pale(themes) {
    for (const { node, carried, themed } of this.marks) {
      const other = themed !== undefined && themes.length && !themes.includes(carried[themed])
      node.style.opacity = other ? 0.2 : ""
    }
  }

  press(event) {
    this.refresh()
    const last = this.marks.length - 1
    if (event.altKey || event.ctrlKey || event.metaKey || last < 0) return
    if (event.key in KEYS) this.index = Math.min(Math.max(this.index + KEYS[event.key], 0), last)
    else if (event.key === "Home") this.index = 0
    else if (event.key === "End") this.index = last
    else if (event.key === "Enter" || event.key === " ") this.open(this.marks[this.index].address)
    else return
    event.preventDefault()
    event.stopPropagation() // on a slide the arrows would turn it
    this.say()
    this.show()
  }

  // The option in focus, made anew: a screen reader says an option whose id it does not know.
  say() {
    const mark = this.marks[this.index]
    if (!mark) return
    const option = element("li", "", { role: "option", id: `mark-${++options}`, textContent: words(mark) })
    option.setAttribute("aria-posinset", this.index + 1)
    option.setAttribute("aria-setsize", this.marks.length)
    option.ariaSelected = "true"
    this.list.replaceChildren(option)
    this.list.setAttribute("aria-activedescendant", option.id)
  }

  show() {
    const mark = this.marks[this.index]
    if (!mark) return
    const frame = this.plot.getBoundingClientRect()
    const box = mark.node.getBoundingClientRect()
    Object.assign(this.ring.style, {
      left: `${box.left - frame.left - GAP}px`,
      top: `${box.top - frame.top - GAP}px`,
      width: `${box.width + 2 * GAP}px`,
      height: `${box.height + 2 * GAP}px`,
    })
    this.ring.dataset.words = words(mark)
    this.ring.hidden = false
    this.ring.scrollIntoView({ block: "nearest" })
  }
}

// The drawn marks that carry passages, in the order of traces and points. What two marks share (the bar and
// the symbol of one date) is listed once, as the last that is drawn.
function marksOf(plot) {
  const found = new Map()
  for (const node of plot.querySelectorAll(".bars .point > path, .scatterlayer path.point")) {
    const point = node.__data__ ?? node.parentNode.__data__
    const trace = node.closest(".trace").__data__[0].trace
    const carried = trace.customdata?.[point.i]
    if (!carried) continue
    const key = JSON.stringify(carried)
    found.delete(key)
    const { hovertemplate: template, meta } = trace
    found.set(key, { node, address: [trace.index, point.i], carried, template, themed: meta?.theme })
  }
  return [...found.values()]
}

// What hovering shows of a mark, as one line of text.
function words({ carried, template }) {
  return template
    .replace(/<extra>.*/, "")
    .replace(/<br>/g, ", ")
    .replace(/%\{customdata\[(\d+)\]\}/g, (_, index) => carried[index])
}

function element(name, className, properties) {
  return Object.assign(document.createElement(name), { className, ...properties })
}
