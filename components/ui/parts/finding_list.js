// Draws lines of text, each with a button that opens the passages behind it.
export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector("ul")
  const lines = JSON.stringify(data)
  // The same lines stay as they are, so that the pressed button has the focus back after the drawer.
  if (list.lines !== lines) {
    list.lines = lines
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
  const words = document.createElement("p")
  // As in Markdown, what stands between two pairs of asterisks is bold.
  words.append(...text.split("**").map((part, at) => element(at % 2 ? "b" : "span", part)))
  node.append(words)
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
