"""Checks the pinned packages for known vulnerabilities: python -m tests.audit

A known vulnerability fails. If the vulnerability service cannot be reached, a line says so and nothing
fails. Options are passed on to pip-audit, for example `--ignore-vuln <id>`.
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
ANSWER_TIMEOUT, TOTAL_TIMEOUT = 10, 300  # seconds: for one answer of the service, and for all


def audit(files: Sequence[Path], *options: str) -> int:
    """Audit files of pinned packages and print the outcome.

    Returns 1 if a package is vulnerable or a file cannot be read, otherwise 0.
    """
    command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--format", "json"]
    command += ["--progress-spinner", "off", "--timeout", str(ANSWER_TIMEOUT), *options]
    for file in files:
        command += ["--requirement", str(file)]
    # pip-audit ends with 1 for a vulnerability and for a failure, but only the first has a report.
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=TOTAL_TIMEOUT)
        packages = json.loads(result.stdout)["dependencies"]
    except subprocess.TimeoutExpired:
        return _not_audited(f"no answer in {TOTAL_TIMEOUT} seconds")
    except ValueError:
        # A dry run reads the files but does not ask the service. If it fails too, the files are wrong.
        dry = subprocess.run([*command, "--dry-run"], capture_output=True, text=True)
        if dry.returncode:
            print(f"pip-audit failed:\n{dry.stderr}")
            return 1
        last = (result.stderr.strip().splitlines() or ["no report"])[-1]
        return _not_audited(textwrap.shorten(last, 120))
    return outcome(packages)


def _not_audited(why: str) -> int:
    """Print why nothing was audited; returns 0."""
    print(f"pip-audit: nothing was audited, the vulnerability service gave no answer ({why})")
    return 0


def outcome(packages: list[dict[str, Any]]) -> int:
    """Print what pip-audit's report says. packages: its list. Returns 1 if one is vulnerable, otherwise 0."""
    known = [package for package in packages if "skip_reason" not in package]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    vulnerabilities = [(package, entry) for package in known for entry in package["vulns"]]
    # The mirror of a package index may answer that it knows no package at all.
    if not known:
        return _not_audited(f"it knows none of the {len(unknown)} packages")
    for package, entry in vulnerabilities:
        names = ", ".join([entry["id"], *entry["aliases"]])
        fixed = ", ".join(entry["fix_versions"]) or "no version yet"
        print(f"pip-audit: {package['name']} {package['version']} is vulnerable: {names}; fixed in {fixed}")
    if not vulnerabilities:
        print(f"pip-audit: no known vulnerability; packages audited: {len(known)}")
    if unknown:
        print(f"pip-audit: not audited, since the service does not know them: {', '.join(unknown)}")
    return 1 if vulnerabilities else 0


if __name__ == "__main__":
    sys.exit(audit(PINNED, *sys.argv[1:]))
