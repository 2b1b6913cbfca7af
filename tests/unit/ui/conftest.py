"""A link and a session without a running app."""

from types import SimpleNamespace

import pytest
import streamlit as st

SITE = "https://linchpin.example"


class Parameters(dict):
    """The parameters of a link, each with its values, as st.query_params has them."""

    def get_all(self, name):
        return list(super().get(name, []))

    def get(self, name, default=None):
        return [default, *self.get_all(name)][-1]

    def __getitem__(self, name):
        return super().__getitem__(name)[-1]

    def __setitem__(self, name, value):
        super().__setitem__(name, [value] if isinstance(value, str) else list(value))

    def update(self, others):
        for name, value in others.items():
            self[name] = value


@pytest.fixture
def reader(monkeypatch):
    """A reader of the statement's page: the link's parameters, the session, what the browser is, and what was
    said so far."""
    reader = SimpleNamespace(link=Parameters(), session={}, headers={}, warnings=[], toasts=[])
    monkeypatch.setattr(st, "query_params", reader.link)
    monkeypatch.setattr(st, "session_state", reader.session)
    monkeypatch.setattr(st, "context", SimpleNamespace(url=f"{SITE}/statement?q=x", headers=reader.headers))
    monkeypatch.setattr(st, "warning", lambda text, icon: reader.warnings.append(text))
    monkeypatch.setattr(st, "toast", lambda text, icon: reader.toasts.append(text))
    return reader
