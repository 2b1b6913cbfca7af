"""Asks whether anything pinned here has a known vulnerability: python -m tests.audit

A known one fails. When nobody can be asked, a line says so and nothing fails. Options go to
pip-audit, `--ignore-vuln <id>` for one.
"""

import json
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PINNED = [ROOT / name for name in ("requirements.txt", "requirements-dev.txt", "data/geo/requirements.txt")]
SECONDS = 10, 300  # for one answer; for all of them


def audit(files: Sequence[Path], *options: str) -> int:
    """Print the outcome; 1 when something is vulnerable or the files can't be read, else 0."""
    command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--format", "json"]
    command += ["--progress-spinner", "off", "--timeout", str(SECONDS[0]), *options]
    for file in files:
        command += ["--requirement", str(file)]
    # It ends with 1 for a vulnerability and for a failure alike, but only the first comes with a report.
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS[1])
        packages = json.loads(done.stdout)["dependencies"]
    except subprocess.TimeoutExpired:
        return _unasked(f"no answer in {SECONDS[1]} seconds")
    except ValueError:
        # A dry run reads the files and asks nobody: where it fails too, they or the options are wrong.
        dry = subprocess.run([*command, "--dry-run"], capture_output=True, text=True)
        if dry.returncode:
            print(f"pip-audit failed:\n{dry.stderr}")
            return 1
        last = (done.stderr.strip().splitlines() or ["no report"])[-1]
        return _unasked(textwrap.shorten(last, 120))
    return outcome(packages)


def _unasked(why: str) -> int:
    print(f"pip-audit: nothing was audited, the vulnerability service gave no answer ({why})")
    return 0


def outcome(packages: list[dict[str, Any]]) -> int:
    """Print what pip-audit's report says; 1 when something is vulnerable."""
    known = [package for package in packages if "skip_reason" not in package]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    found = [(package, one) for package in known for one in package["vulns"]]
    # An index that is a mirror may answer that it knows no package at all.
    if not known:
        return _unasked(f"it knows none of the {len(unknown)} packages")
    for package, one in found:
        names = ", ".join([one["id"], *one["aliases"]])
        fixed = ", ".join(one["fix_versions"]) or "no version yet"
        print(f"pip-audit: {package['name']} {package['version']} is vulnerable: {names}; fixed in {fixed}")
    if not found:
        print(f"pip-audit: no known vulnerability; packages audited: {len(known)}")
    if unknown:
        print(f"pip-audit: not audited, since the service does not know them: {', '.join(unknown)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(audit(PINNED, *sys.argv[1:]))
