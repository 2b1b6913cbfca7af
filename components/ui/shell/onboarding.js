// Shows the hint until the reader closes it, which the browser remembers.
const KEY = "linchpin-welcomed"

export default function ({ data, parentElement }) {
  const line = parentElement.querySelector("p")
  const [words, button] = line.children
  words.textContent = data.hint
  const show = (visible) => {
    line.hidden = !visible
    // Streamlit's container is hidden too, or its gap would stay.
    const holder = line.getRootNode().host?.closest(".stElementContainer")
    if (holder) holder.style.display = visible ? "" : "none"
  }
  button.onclick = () => {
    localStorage.setItem(KEY, "yes")
    show(false)
  }
  show(!localStorage.getItem(KEY))
}
