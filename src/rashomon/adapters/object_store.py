"""Object storage by address (`s3://bucket/key`, `gs://bucket/folder`), by pyarrow's own clients.

Nothing else is installed for it. Keys, region and endpoint come from the environment and files that the store's own
programs read (AWS_ACCESS_KEY_ID, ~/.aws, GOOGLE_APPLICATION_CREDENTIALS ...), or from the address's query
(`?endpoint_override=HOST:PORT&scheme=http&region=...`) where another server speaks S3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.errors import PartError, SourceError, UsageError
from rashomon.model.issue import Issue
from rashomon.reading.address import without_credentials

_ADDRESS = re.compile(r"(?:s3|gs)://", re.IGNORECASE)
#: What pyarrow raises of an address or a store; NotImplementedError where it was built without that kind of store.
_REFUSED = (OSError, ValueError, NotImplementedError)
#: Options of the address, which are no part of its names.
_QUERY = re.compile(r"\?.*", re.DOTALL)


def is_object_address(path: str) -> bool:
    """Whether it names an object, or all objects below a prefix, of a store."""
    return bool(_ADDRESS.match(path))


def read_objects(address: str) -> Iterator[tuple[str, bytes | Issue]]:
    """The name and bytes of an object, or of each below a prefix in the order of their keys; hidden ones stay out.

    An object's name below a prefix begins there. Issues `path_not_found`. Raises PartError where pyarrow is missing.
    """
    shown = _shown(address)
    try:
        store, root = _opened(address)
        found = store.get_file_info(root)
        if found.type.name == "File":
            yield shown, _bytes(store, root)
            return
        from pyarrow.fs import FileSelector

        below = store.get_file_info(FileSelector(root, recursive=True, allow_not_found=True))
        paths = sorted(entry.path for entry in below if entry.type.name == "File")
    except _REFUSED as error:
        yield shown, _not_opened(shown, error)
        return
    if not paths:
        yield shown, _not_opened(shown, None)
    for path in paths:
        name = path.removeprefix(root).lstrip("/")
        if any(part.startswith(".") for part in name.split("/")):
            continue
        try:
            yield name, _bytes(store, path)
        except _REFUSED as error:
            yield name, _not_opened(f"{shown}/{name}", error)


def read_object(address: str) -> bytes:
    """The bytes of one object. Raises SourceError where it cannot be read, PartError where pyarrow is missing."""
    try:
        return _bytes(*_opened(address))
    except _REFUSED as error:
        found = _not_opened(_shown(address), error)
        raise SourceError(found.message, found.suggestion) from error


def write_objects(folder: str, files: Mapping[str, bytes]) -> None:
    """Write each file as an object below a prefix; each is there whole or not at all.

    Raises UsageError where the store refuses, PartError where pyarrow is missing.
    """
    try:
        store, root = _opened(folder)
        for name, content in files.items():
            with store.open_output_stream("/".join(part for part in (root.rstrip("/"), name) if part)) as out:
                out.write(content)
    except _REFUSED as error:
        raise UsageError(
            f"{_shown(folder)} cannot be written: {_reason(error)}.", "Check the bucket's name and your rights to it."
        ) from error


def parent_and_name(address: str) -> tuple[str, str]:
    """The prefix, with the address's options, and the last name of an object's address."""
    options = _QUERY.search(address)
    parent, _, name = _QUERY.sub("", address).rpartition("/")
    return parent + (options[0] if options else ""), name


def _opened(address: str) -> tuple[Any, str]:
    try:
        import pyarrow
        from pyarrow.fs import FileSystem
    except ImportError as error:
        raise PartError("Object storage needs pyarrow.", "Install it: pip install 'rashomon[tables]'.") from error
    try:
        store, root = FileSystem.from_uri(address)
    except pyarrow.ArrowInvalid as error:
        # Its own message would repeat the address with the keys in it.
        raise ValueError("the address cannot be understood") from error
    return store, root


def _bytes(store: Any, path: str) -> bytes:
    with store.open_input_stream(path) as stream:
        content: bytes = stream.read()
    return content


def _shown(address: str) -> str:
    """The address for people: without keys and options."""
    return _QUERY.sub("", without_credentials(address)).rstrip("/")


def _not_opened(name: str, error: Exception | None) -> Issue:
    why = _reason(error) if error else "there is nothing of that name"
    return Issue(
        code="path_not_found",
        severity="loss",
        report=name,
        message=f"{name} could not be opened: {why}.",
        suggestion="Check the address, and the keys that this machine gives to the store.",
    )


def _reason(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")[:300]
