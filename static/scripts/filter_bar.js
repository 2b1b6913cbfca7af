// The filter bar: a chip for each theme and actor. A chip shows at once that it is pressed; the server's
// answer then confirms it. For the keyboard the bar is one stop of the Tab key, the arrow keys move on.
const version = new URL(import.meta.url).search // of all files in this folder
const [{ lasting }, { styles }] = await Promise.all(
  ["lasting", "styles", "page"].map((name) => import(`./${name}.js${version}`)),
)
await styles("filter_bar.css", import.meta.url)

const PATIENCE = 1500 // ms

export function draw({ data, parentElement, setTriggerValue }) {
  const [bar, gone] = lasting(parentElement, () => new Bar(parentElement))
  bar.send = (chosen) => setTriggerValue("chosen", chosen)
  bar.update(data)
  return gone
}

class Bar {
  constructor(parent) {
    this.root = element("div", "linchpin-filters", { role: "toolbar", ariaLabel: "Filters" })
    this.root.onclick = (event) => this.click(event.target.closest("button"))
    this.root.onkeydown = (event) => this.move(event)
    this.clicks = 0 // sent to the server, which says up to which it has answered
    parent.append(this.root)
  }

  remove() {
    clearTimeout(this.again)
    this.root.remove()
  }

  update(data) {
    const ahead = this.data && data.answered < this.clicks
    this.data = data
    if (!ahead) this.chosen = Object.fromEntries(data.groups.map(({ facet, options }) => [facet, on(options)]))
    if (data.answered > this.clicks) this.clicks = data.answered // this tab was opened anew
    if (!ahead) tell({ theme: [] })
    this.redraw()
  }

  // A chip that stays keeps its element: one that was taken away between press and release gets no click.
  redraw() {
    const names = JSON.stringify(this.data.groups.map(({ facet, options }) => [facet, options.map(({ label }) => label)]))
    if (names !== this.names) this.build()
    this.names = names
    for (const { facet, options } of this.data.groups) {
      for (const option of options) this.dress(this.chips.get(`${facet}:${option.label}`), facet, option)
    }
    const cleared = this.clear === document.activeElement
    this.clear.hidden = !Object.values(this.chosen).some((labels) => labels.length)
    this.unit.hidden = !this.clear.hidden // there is room for one of them
    const buttons = this.buttons()
    const current = buttons.find((one) => one.dataset.name === this.current) ?? buttons[0]
    for (const one of buttons) one.tabIndex = one === current ? 0 : -1
    if (cleared && this.clear.hidden) current.focus()
  }

  build() {
    this.chips = new Map()
    this.clear = element("button", "clear", { type: "button", textContent: "Clear filters" })
    this.clear.dataset.name = "clear"
    // Chips say it themselves to screen readers.
    this.unit = element("span", "unit", { textContent: "Numbers: sentences", ariaHidden: "true" })
    const groups = this.data.groups.map(({ facet, label, options }) => {
      const node = element("div", "group", { role: "group", ariaLabel: label })
      node.append(...options.map((option) => this.chip(facet, option)))
      return node
    })
    this.root.replaceChildren(...groups, this.clear, this.unit)
  }

  chip(facet, { label, colour }) {
    const chip = element("button", "chip", { type: "button" })
    Object.assign(chip.dataset, { name: `${facet}:${label}`, facet, label })
    if (colour) {
      const swatch = element("span", "swatch", { ariaHidden: "true" })
      swatch.style.background = colour
      chip.append(swatch)
    }
    chip.append(element("span", "", { textContent: label }), element("span", "count"))
    this.chips.set(chip.dataset.name, chip)
    return chip
  }

  // What changes of a chip: whether it is pressed, and its count. A count is replaced whole, in case a
  // translator has put something of its own there.
  dress(chip, facet, { label, count }) {
    chip.ariaPressed = String(this.chosen[facet].includes(label))
    chip.classList.toggle("empty", count === 0)
    if (count === null) return
    chip.ariaLabel = `${label}, ${count} ${count === 1 ? "sentence" : "sentences"}`
    chip.querySelector(".count").textContent = count
  }

  click(button) {
    if (!button) return
    const { facet, label, name } = button.dataset
    if (name === "clear") for (const one of Object.keys(this.chosen)) this.chosen[one] = []
    else if (this.chosen[facet].includes(label)) this.chosen[facet] = this.chosen[facet].filter((one) => one !== label)
    else this.chosen[facet] = [...this.chosen[facet], label]
    this.clicks += 1
    this.current = name
    this.redraw()
    tell(this.chosen)
    this.ask()
  }

  // Sends what is chosen until the server has answered. After a restart, the server's new session does
  // not know the component before its first run, and drops the event that started it.
  ask() {
    clearTimeout(this.again)
    this.send({ ...this.chosen, clicks: this.clicks })
    this.again = setTimeout(() => this.data.answered < this.clicks && this.ask(), PATIENCE)
  }

  buttons() {
    return [...this.root.querySelectorAll("button:not([hidden])")]
  }

  move(event) {
    const buttons = this.buttons()
    const at = buttons.indexOf(document.activeElement)
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    const button = buttons[Math.min(Math.max(next, 0), buttons.length - 1)]
    for (const one of buttons) one.tabIndex = one === button ? 0 : -1
    this.current = button.dataset.name
    button.focus()
    event.preventDefault()
    event.stopPropagation() // on a slide the arrows would turn it
  }
}

// Figures listen to this: they react before the server does.
function tell(chosen) {
  window.dispatchEvent(new CustomEvent("linchpin-filter", { detail: chosen }))
}

function on(options) {
  return options.filter((option) => option.on).map((option) => option.label)
}

function element(name, className, properties) {
  return Object.assign(document.createElement(name), { className, ...properties })
}
