"""Fetches plotly.js, the basic bundle, of the version that the installed plotly.py carries.

    python static/plotly/fetch.py

Needs npm. Writes plotly-basic-<version>.<hash>.min.js and LICENSE beside this file, and removes others.
"""

import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path

from plotly.offline import get_plotlyjs_version

PACKAGE = "plotly.js-basic-dist-min"
HERE = Path(__file__).parent


def main() -> None:
    """Fetch the package from the npm registry and unpack what is published."""
    version = get_plotlyjs_version()
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(
            ["npm", "pack", f"{PACKAGE}@{version}"], cwd=folder, check=True, capture_output=True, text=True
        )
        with tarfile.open(Path(folder) / packed.stdout.split()[-1]) as archive:
            archive.extractall(folder, filter="data")
        script = (Path(folder) / "package" / "plotly-basic.min.js").read_bytes()
        licence = (Path(folder) / "package" / "LICENSE").read_bytes()
    for old in HERE.glob("plotly-basic-*.js"):
        old.unlink()
    digest = hashlib.sha256(script).hexdigest()[:8]
    (HERE / f"plotly-basic-{version}.{digest}.min.js").write_bytes(script)
    (HERE / "LICENSE").write_bytes(licence)


if __name__ == "__main__":
    main()
