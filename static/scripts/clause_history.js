// Draws clause histories: a finding, then a line a sentence, with added words underlined and dropped ones
// struck through. A click on a button sends what is asked for: [what, history, meeting, sentence].
const { styles } = await import(`./styles.js${new URL(import.meta.url).search}`)
await styles("clause_history.css", import.meta.url)

export function draw({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(".histories")
  if (!root) {
    root = element("div", "", "histories")
    root.tabIndex = 0
    root.setAttribute("role", "region")
    parentElement.append(root)
  }
  root.ariaLabel = data.name
  const drawn = JSON.stringify(data)
  // Unchanged histories are not drawn again, so that the pressed button gets the focus back after the drawer.
  if (root.drawn !== drawn) {
    if (root.topic !== data.name) root.scrollTop = 0
    root.topic = data.name
    root.drawn = drawn
    root.replaceChildren(...data.histories.map(history))
  }
  root.onclick = (event) => {
    const target = event.target.closest("[data-ask]")
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    setTriggerValue("asked", JSON.parse(target.dataset.ask))
  }
}

function history({ series, finding, pin, steps }, index) {
  const section = element("section")
  const head = element("header")
  head.append(element("h3", finding), element("span", series, "series"))
  if (pin) head.append(pinButton(pin, ["pin", index, -1, -1]))
  section.append(head, ...steps.map((one, number) => step(one, index, number)))
  return section
}

function step({ when, marks, silence, pin, lines, more }, index, number) {
  const node = element("div", "", silence ? "step silent" : "step")
  const head = element("h4", when)
  head.append(...marks.map((mark) => element("span", mark, "mark")))
  if (pin) head.append(pinButton(pin, ["pin", index, number, -1]))
  node.append(head)
  if (silence) node.append(element("p", silence, "silence"))
  node.append(...lines.map((one, place) => line(one, [index, number, place])).flat())
  if (more) node.append(button(more, ["more", index, number, -1]))
  return node
}

function line({ runs, where, against, official, address }, at) {
  const words = element("p", "", "words")
  words.append("“", ...runs.map(run), "”")
  const about = element("p", "", "about")
  about.append(element("span", against ? `${where} · ${against}` : where))
  if (address) about.append(reader(address, at)) // a reader's own text has none
  if (official) about.append(page(official))
  about.append(button("Quote", ["quote", ...at]))
  return [words, about]
}

function reader(address, at) {
  const node = element("a", "Read on")
  node.href = address
  node.dataset.ask = JSON.stringify(["read", ...at])
  return node
}

function page(address) {
  const node = element("a", "Official page")
  node.href = address
  node.target = "_blank"
  node.rel = "noreferrer"
  return node
}

function run([text, kind, named]) {
  const node = element({ added: "ins", dropped: "del" }[kind] ?? "span")
  node.append(named ? element("b", text) : text)
  return node
}

function pinButton(label, ask) {
  const node = button(label, ask)
  node.classList.add("pin")
  node.ariaPressed = String(label === "Pinned")
  return node
}

function button(label, ask) {
  const node = element("button", label)
  node.type = "button"
  node.dataset.ask = JSON.stringify(ask)
  return node
}

function element(name, text = "", style = "") {
  const node = document.createElement(name)
  node.textContent = text
  if (style) node.className = style
  return node
}
