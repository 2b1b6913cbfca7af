// Draws lines of text, most with a button. A click on a button sends the index of its line.
const { styles } = await import(`./styles.js${new URL(import.meta.url).search}`)
await styles("finding_list.css", import.meta.url)

export function draw({ data, parentElement, setTriggerValue }) {
  let list = parentElement.querySelector("ul")
  if (!list) {
    list = document.createElement("ul")
    parentElement.append(list)
  }
  const drawn = JSON.stringify(data)
  // Unchanged lines are not drawn again, so that the pressed button gets the focus back after the drawer.
  if (list.drawn !== drawn) {
    list.drawn = drawn
    list.className = `lines ${data.look}`
    list.replaceChildren(...data.lines.map(line))
  }
  list.onclick = ({ target }) => {
    const button = target.closest("button")
    if (button) setTriggerValue("opened", Number(button.value))
  }
}

function line([text, label], index) {
  const node = document.createElement("li")
  const paragraph = document.createElement("p")
  // Text between ** and ** is bold, as in Markdown: every second part.
  paragraph.append(...text.split("**").map((part, index) => element(index % 2 ? "b" : "span", part)))
  node.append(paragraph)
  if (label) {
    const icon = element("span", "format_quote")
    icon.ariaHidden = "true"
    const button = document.createElement("button")
    button.type = "button"
    button.value = index
    button.append(icon, label)
    node.append(button)
  }
  return node
}

function element(name, text) {
  const node = document.createElement(name)
  node.textContent = text
  return node
}
