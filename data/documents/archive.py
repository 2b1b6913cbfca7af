"""What is refused of a zip file, as a Word file or a folder is one, before anything of it is used."""

import io
import zipfile

from data.documents.document import DocumentError, size

MOST_FILES = 2_000
LARGEST_PART = 8_000_000  # bytes unpacked, of one part: ten times what 200 kB of text need
LARGEST_WHOLE = 30_000_000  # bytes unpacked, of all parts


def check_archive(content: bytes, what: str) -> list[str]:
    """The names in a zip file, after a look at its directory; of its parts, XML alone is unpacked.

    Raises DocumentError if it is no zip, holds too much, or is encrypted, or if a part of it declares
    entities, which could name other files or grow without end. what: `Word file`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            largest, whole = (
                max((part.file_size for part in parts), default=0),
                sum(p.file_size for p in parts),
            )
            if len(parts) > MOST_FILES or largest > LARGEST_PART or whole > LARGEST_WHOLE:
                raise DocumentError(
                    f"Unpacked, this {what} would have {size(whole)} in {len(parts):,} parts: too much."
                )
            if any(part.flag_bits & 1 for part in parts):
                raise DocumentError(f"This {what} is encrypted: save it without a password.")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part)[:4096]:
                    raise DocumentError(f"This {what} declares external entities, which no {what} needs.")
    except DocumentError:
        raise
    except Exception as error:  # zipfile raises many kinds for a damaged file
        raise DocumentError(f"This is no {what}, or a damaged one.") from error
    return [part.filename for part in parts]
