"""The accessibility rules of axe-core, run on a page."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {"runOnly": {"type": "tag", "values": [*WCAG, "best-practice"]}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


def findings(page: Page, rules: dict[str, Any] = RULES) -> dict[str, str]:
    """Serious and critical findings, and all about headings and language: the rule and its first place."""
    violations = Axe().run(page, options=rules).response["violations"]
    return {
        one["id"]: one["nodes"][0]["html"][:200]
        for one in violations
        if one["impact"] in ("serious", "critical") or "heading" in one["id"] or "lang" in one["id"]
    }
