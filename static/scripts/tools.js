// The row of buttons under a figure: what the page can do with it (its table, pin and link), and pictures to
// take along. One stop of the Tab key; the arrow keys move on.
const { copy, save } = await import(`./picture.js${new URL(import.meta.url).search}`)
const NOT_SAVED = "Not saved: the picture could not be drawn."

export class Tools {
  constructor(figure) {
    this.figure = figure
    this.bar = document.createElement("div")
    Object.assign(this.bar, { className: "tools", role: "toolbar", ariaLabel: "This chart" })
    this.status = document.createElement("span")
    this.status.role = "status"
    this.toggles = []
    this.bar.append(this.status)
    this.button("PNG", () => this.report(save(figure, "png"), NOT_SAVED))
    this.button("SVG", () => this.report(save(figure, "svg"), NOT_SAVED))
    const refused = "Not copied: this browser did not allow it."
    this.button("Copy picture", () => this.report(copy(figure), refused))
    this.bar.onkeydown = (event) => this.move(event)
  }

  // toggles: the label of each button before those for pictures, and whether it is on.
  update(toggles) {
    if (this.toggles.length !== toggles.length) {
      for (const old of this.toggles) old.remove()
      this.toggles = toggles.map(({ label }) => this.button(label, (node) => this.press(node)))
      this.bar.prepend(...this.toggles)
      this.current(this.buttons()[0])
    }
    toggles.forEach(({ on }, index) => (this.toggles[index].ariaPressed = String(on)))
  }

  // Shows at once that it is pressed; the server's answer confirms it.
  press(node) {
    this.status.textContent = "" // it would be read as the answer to this press
    node.ariaPressed = String(node.ariaPressed !== "true")
    this.figure.pressed(node.textContent)
  }

  button(label, act) {
    const node = document.createElement("button")
    Object.assign(node, { type: "button", textContent: label, tabIndex: -1, onclick: () => act(node) })
    this.bar.append(node)
    return node
  }

  async report(done, failed) {
    this.status.textContent = ""
    const said = await done.catch(() => failed)
    if (this.bar.isConnected) this.status.textContent = said // else its page was left meanwhile
  }

  buttons() {
    return [...this.bar.querySelectorAll("button")]
  }

  current(button) {
    for (const one of this.buttons()) one.tabIndex = one === button ? 0 : -1
  }

  move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const buttons = this.buttons()
    const next = buttons[buttons.indexOf(document.activeElement) + step]
    if (!next) return
    this.current(next)
    next.focus()
    event.preventDefault()
    event.stopPropagation() // on a slide the arrows would turn it
  }
}
