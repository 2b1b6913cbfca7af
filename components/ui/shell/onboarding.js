// Shows the first steps until the reader closes them, which the browser remembers.
const KEY = "linchpin-welcomed"

export default function ({ data, parentElement }) {
  const [section] = parentElement.querySelectorAll("section")
  const [columns, button] = section.querySelectorAll("div, button")
  if (!columns.children.length) columns.append(...Object.entries(data.steps).map(column))
  const show = (visible) => {
    section.hidden = !visible
    // Streamlit's container is hidden too, or its gap would stay.
    const holder = section.getRootNode().host?.closest(".stElementContainer")
    if (holder) holder.style.display = visible ? "" : "none"
  }
  button.onclick = () => {
    localStorage.setItem(KEY, "yes")
    show(false)
  }
  show(!localStorage.getItem(KEY))
}

function column([aim, steps]) {
  const list = element("ol", "")
  list.append(...steps.map((step) => element("li", step)))
  const node = element("div", "")
  node.append(element("h3", aim), list)
  return node
}

function element(name, text) {
  const node = document.createElement(name)
  node.textContent = text
  return node
}
