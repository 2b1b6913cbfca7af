"""Widgets as a browser holds them: what they are called, what they hold, how it is written."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState

# Elements whose value a browser sends with every rerun, and those that only ever trigger one.
VALUED = {"button_group", "multiselect", "selectbox", "checkbox", "text_input", "text_area"}
PRESSED = {"button", "bidi_component"}
Value = bool | str | Sequence[str]


@dataclass(frozen=True)
class Press:
    """A click on a button, or, with a name, what a component says happened."""

    name: str = ""
    value: str | int = ""


@dataclass
class Widget:
    """An element that a reader can use. `script` is the hash of the script that drew it, `parameter`
    its name in the address if it is bound, `value` what a browser sends of it."""

    kind: str
    element: Any
    script: str
    alone: bool  # in a fragment, which runs without the rest of the page
    value: Value | None = None

    @property
    def key(self) -> str:
        """As the app's code names it."""
        return self.element.id.split("-", 2)[-1]

    @property
    def parameter(self) -> str:
        return getattr(self.element, "query_param_key", "")

    @property
    def options(self) -> list[str]:
        return [getattr(option, "content", option) for option in self.element.options]


def held(widget: Widget) -> Value | None:
    """The value that the server gave a widget: one set by its code, or else its default."""
    element, options = widget.element, widget.kind in {"button_group", "multiselect"}
    if options:
        return (
            list(element.raw_values) if element.set_value else [widget.options[at] for at in element.default]
        )
    if widget.kind == "selectbox":
        if element.set_value:
            return element.raw_value if element.HasField("raw_value") else None
        return element.options[element.default] if element.HasField("default") else None
    return element.value if element.set_value else element.default


def state(name: str, value: Value | None) -> WidgetState:
    """A widget's value as the browser writes it."""
    if value is None:
        return WidgetState(id=name)
    if isinstance(value, bool):
        return WidgetState(id=name, bool_value=value)
    if isinstance(value, str):
        return WidgetState(id=name, string_value=value)
    written = WidgetState(id=name)
    written.string_array_value.data.extend(value)
    written.string_array_value.SetInParent()
    return written


def happened(name: str, press: Press) -> WidgetState:
    """A click, or what a component says, as the browser writes it."""
    if not press.name:
        return WidgetState(id=name, trigger_value=True)
    events = json.dumps([{"event": press.name, "value": press.value}])
    return WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{name}__events", json_trigger_value=events)
