"""Makes Streamlit finish what a press has begun.

Streamlit stops a run as soon as the browser asks for the next one, and so also a widget's callback, at any
use of the session state in it. A press that another follows within some tenths of a second was lost: a pin
after which the drawer is closed at once. No setting turns this off; `runner.fastReruns` in config.toml only
keeps the runs of a session from going on at the same time.
"""

from typing import Any

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state.safe_session_state import SafeSessionState

_run_callbacks = SafeSessionState.on_script_will_rerun


def keep_all() -> None:
    """Run callbacks to their end from now on, in all sessions. The next run begins right after them."""
    SafeSessionState.on_script_will_rerun = _run_undisturbed  # type: ignore[method-assign, assignment]


def pressed() -> bool:
    """Whether this run follows a press: the browser sent a widget's new value with it."""
    context = get_script_run_ctx()
    if context is None:
        return False
    state: Any = context.session_state._state
    return any(state._widget_changed(widget) for widget in state._new_widget_state)


def _run_undisturbed(state: SafeSessionState, *widget_states: Any, **options: Any) -> None:
    """Take over the widgets' new states and run their callbacks, while the script does not count as running:
    only a running one is stopped."""
    runner: Any = state._yield_callback.__self__  # type: ignore[attr-defined]  # the ScriptRunner
    runner._execing = False
    try:
        _run_callbacks(state, *widget_states, **options)
    finally:
        runner._execing = True
