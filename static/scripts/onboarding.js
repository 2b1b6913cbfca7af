// The hint for new readers: shown until it is closed, which the browser remembers.
const { styles } = await import(`./styles.js${new URL(import.meta.url).search}`)
styles("onboarding.css", import.meta.url)

const KEY = "linchpin-welcomed"

export function draw({ data, parentElement }) {
  const line = document.createElement("p")
  line.className = "linchpin-hint"
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "×" })
  button.ariaLabel = "Close the hint"
  line.append(data.hint, button)
  parentElement.replaceChildren(line)
  const show = (visible) => {
    line.hidden = !visible
    // Streamlit's container is hidden too, or its gap would stay.
    const holder = parentElement.closest(".stElementContainer")
    if (holder) holder.style.display = visible ? "" : "none"
  }
  button.onclick = () => {
    localStorage.setItem(KEY, "yes")
    show(false)
  }
  show(!localStorage.getItem(KEY))
}
