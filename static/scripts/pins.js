// The choice of what is pinned of a sentence. A chip shows at once that it is pressed. All that is pressed is
// sent with every press: Streamlit may join two presses into one, of which it keeps the last.
const version = new URL(import.meta.url).search // of all files in this folder
const [{ lasting }, { styles }] = await Promise.all(
  ["lasting", "styles", "page"].map((name) => import(`./${name}.js${version}`)),
)
await styles("pins.css", import.meta.url)

let pressed = false // in the open drawer
// ms. What is pressed at nearly the same time Streamlit sends in one message, which runs the drawer alone if the
// first press was in it.
const ONE_MESSAGE = 30

export function draw({ data, parentElement, setTriggerValue }) {
  const [choice, gone] = lasting(parentElement, () => new Choice(parentElement))
  choice.send = (chosen) => setTriggerValue("chosen", chosen)
  choice.update(data)
  return gone
}

// The drawer is closed: the link lacks what was pinned in it until the whole page runs.
function carry() {
  if (pressed) setTimeout(() => document.querySelector(".st-key-drawer_pins button")?.click(), ONE_MESSAGE)
  pressed = false
}

class Choice {
  constructor(parent) {
    this.root = Object.assign(document.createElement("div"), { className: "linchpin-pins", role: "group", ariaLabel: "Pin" })
    this.root.onclick = ({ target }) => this.press(target.closest("button")?.value)
    this.presses = 0
    parent.append(this.root)
  }

  remove() {
    this.root.remove()
    carry()
  }

  update({ options, pinned, answered }) {
    if (answered >= this.presses) {
      this.pinned = pinned
      this.presses = answered
    }
    const names = JSON.stringify(options)
    if (names !== this.names) this.root.replaceChildren("Pin", ...options.map(chip))
    this.names = names
    this.show()
  }

  press(pin) {
    if (pin === undefined) return
    this.pinned = this.pinned.includes(pin) ? this.pinned.filter((one) => one !== pin) : [...this.pinned, pin]
    this.presses += 1
    pressed = true
    this.show()
    this.send({ pinned: this.pinned, presses: this.presses })
  }

  show() {
    for (const button of this.root.children) button.ariaPressed = String(this.pinned.includes(button.value))
  }
}

function chip([value, textContent]) {
  return Object.assign(document.createElement("button"), { type: "button", value, textContent })
}
