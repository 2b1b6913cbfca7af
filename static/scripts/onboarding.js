// The hint for new readers: shown until it is closed, which the browser remembers.
const version = new URL(import.meta.url).search // of all files in this folder
const [{ keep, stored }, { styles }] = await Promise.all(
  ["store", "styles"].map((name) => import(`./${name}.js${version}`)),
)
await styles("onboarding.css", import.meta.url)

const CLOSED = ["localStorage", "linchpin-welcomed"]
const { classList } = document.documentElement

export function draw({ data, parentElement }) {
  const line = document.createElement("p")
  line.className = "linchpin-hint"
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "×" })
  button.ariaLabel = "Close the hint"
  line.append(data.hint, button)
  parentElement.replaceChildren(line)
  const show = (visible) => {
    line.hidden = !visible
    classList.toggle("linchpin-hinted", visible)
    // Streamlit's container is hidden too, or its gap would stay.
    const holder = parentElement.closest(".stElementContainer")
    if (holder) holder.style.display = visible ? "" : "none"
  }
  button.onclick = () => {
    keep(...CLOSED, "yes")
    show(false)
  }
  show(!stored(...CLOSED))
  return () => parentElement.isConnected || classList.remove("linchpin-hinted") // or a later call has drawn it
}
