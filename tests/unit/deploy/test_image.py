"""The container's image holds what the app imports. A test, since building one needs a registry."""

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def packages_of(path: Path) -> set[str]:
    """The top-level packages that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name.split(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found - sys.stdlib_module_names


def test_the_image_holds_every_package_that_the_app_imports():
    dockerfile = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
    copied = {source.split("/")[0] for source in re.findall(r"^COPY (?!--)(\S+)", dockerfile, re.MULTILINE)}
    kept = {
        line[1:] for line in (ROOT / "deploy/Dockerfile.dockerignore").read_text().split() if line[0] == "!"
    }
    own = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    todo, needed = [ROOT / "app.py", ROOT / "asgi.py", *ROOT.glob("pages/*.py")], set()
    while todo:
        for package in (packages_of(todo.pop()) & own) - needed:
            needed.add(package)
            todo += [ROOT / "deploy/middleware.py"] if package == "deploy" else (ROOT / package).rglob("*.py")
    assert needed and needed <= copied & kept
