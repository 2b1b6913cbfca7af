"""Widgets as a browser keeps them: names, values, and how these are sent."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState

# Kinds of elements whose values a browser sends with every rerun.
VALUED = {"button_group", "multiselect", "selectbox", "checkbox", "text_input", "text_area"}
# Kinds of elements that only cause a rerun.
PRESSED = {"button", "bidi_component"}
Value = bool | str | Sequence[str]


@dataclass(frozen=True)
class Press:
    """A click on a button; with a name, an event that a component sends, and its value."""

    name: str = ""
    value: Any = ""


CLICK = Press()


@dataclass
class Widget:
    """An element that a reader can use.

    kind, element: its type and its content in Streamlit's protocol. script: the hash of the script that drew
    it. value: what a browser sends.
    """

    kind: str
    element: Any
    script: str
    in_fragment: bool  # a fragment runs without the rest of the page
    value: Value | None = None

    @property
    def key(self) -> str:
        """The key that the app's code gave it."""
        return self.element.id.split("-", 2)[-1]

    @property
    def parameter(self) -> str:
        """The parameter of the address that it is bound to; "" if it is not."""
        return getattr(self.element, "query_param_key", "")

    @property
    def options(self) -> list[str]:
        """The labels of its options."""
        return [getattr(option, "content", option) for option in self.element.options]


def server_value(widget: Widget) -> Value | None:
    """The value that the server gave a widget: the one that the app's code set, or the default."""
    element = widget.element
    if widget.kind in {"button_group", "multiselect"}:
        if element.set_value:
            return list(element.raw_values)
        return [widget.options[index] for index in element.default]
    if widget.kind == "selectbox":
        if element.set_value:
            return element.raw_value if element.HasField("raw_value") else None
        return element.options[element.default] if element.HasField("default") else None
    return element.value if element.set_value else element.default


def value_state(name: str, value: Value | None) -> WidgetState:
    """The value of a widget, by id, as a browser sends it."""
    if value is None:
        return WidgetState(id=name)
    if isinstance(value, bool):
        return WidgetState(id=name, bool_value=value)
    if isinstance(value, str):
        return WidgetState(id=name, string_value=value)
    state = WidgetState(id=name)
    state.string_array_value.data.extend(value)
    state.string_array_value.SetInParent()  # sends the array even if it is empty
    return state


def event_state(name: str, press: Press) -> WidgetState:
    """A click, or the event of a component, as a browser sends it."""
    if not press.name:
        return WidgetState(id=name, trigger_value=True)
    events = json.dumps([{"event": press.name, "value": press.value}])
    return WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{name}__events", json_trigger_value=events)
