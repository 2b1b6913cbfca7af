"""Scripts of our components, fetched from static/scripts, where browsers keep them, and what they send.

Streamlit sends the script of a component with every change of its data. So that script only fetches
the real one. It has no address of its own: that of Streamlit's script tells where the app is.
"""

import hashlib
from pathlib import Path
from typing import Any

import streamlit as st

STATIC = Path(__file__).parents[2] / "static"


def _version() -> str:
    """The hash of all scripts and styles, so that no browser keeps an old one."""
    files = sorted((STATIC / "scripts").iterdir())
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:8]


VERSION = _version()


def address(name: str) -> str:
    """The address of a script of static/scripts, relative to the app's."""
    return f"app/static/scripts/{name}.js?v={VERSION}"


def script(name: str) -> str:
    """The JavaScript of a component whose code is `draw` in static/scripts/<name>.js.

    It asks for that file once: browsers take 4 ms to answer, also for one that they have.
    """
    return f"""let draw
export default async (component) => {{
  if (!draw) {{
    const app = new URL("../../", document.querySelector("script[type=module][src*='/static/js/']").src)
    const real = await import(new URL("app/static/scripts/{name}.js?v={VERSION}", app).href)
    draw = real.draw
  }}
  return draw(component)
}}"""


def sent(key: str, event: str) -> Any:
    """What the script of a component sent with an event, for its callback. A browser can send any value.

    key: of the component. None if Streamlit has forgotten the component: it does if a page change and a press
    come within some 15 ms.
    """
    return getattr(st.session_state.get(key), event, None)
