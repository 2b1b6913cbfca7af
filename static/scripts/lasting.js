// What a component has drawn lasts while Streamlit calls it again with new data. Each call returns what takes the
// drawing away. Streamlit runs that when the component goes, but also when a later call has overtaken this one
// while a script was on its way: then the drawing is the later call's, and stays.
const kept = new WeakMap() // by the element that Streamlit gives to a component

// The drawing in an element, made by the first call, and what takes it away if this call is the last one.
// make: returns an object with the method remove.
export function lasting(parentElement, make) {
  const entry = kept.get(parentElement) ?? { drawing: make() }
  const call = Symbol("call")
  entry.last = call
  kept.set(parentElement, entry)
  const leave = () => {
    if (entry.last !== call) return
    kept.delete(parentElement)
    entry.drawing.remove()
  }
  return [entry.drawing, leave]
}
