"""Licences that fit, and an audit that does not take silence for soundness."""

from __future__ import annotations

from email.message import Message

import pytest
from scripts.audit import SOUND, UNKNOWN, VULNERABLE, judge
from scripts.licences import PAGE, Package, licence_of, locked, misfit, packages

HOLE = {"dependencies": [{"name": "jinja2", "version": "2.10", "vulns": [{"id": "CVE-1", "fix_versions": ["2.10.1"]}]}]}
SILENT = {"dependencies": [{"name": "jinja2", "skip_reason": "not found"}]}
CLEAN = {"dependencies": [{"name": "click", "version": "8", "vulns": []}]}


def test_every_licence_fits() -> None:
    """No package of the lock is under a licence that does not fit Apache-2.0."""
    assert [why for package in packages() if (why := misfit(package))] == []


def test_the_page_lists_the_whole_lock() -> None:
    """docs/reference/licences.md names every locked package that is installed here, with its locked version."""
    page = PAGE.read_text("utf-8")
    here = {package.name for package in packages()}
    assert [n for n, version in locked().items() if n in here and f"| {n} | {version} |" not in page] == []


@pytest.mark.parametrize(
    ("licence", "comes_with", "fits"),
    [
        ("MIT", "default", True),
        ("MPL-1.1 OR GPL-2.0-only", "default", True),
        ("MIT AND PSF-2.0", "default", True),
        ("GPL-3.0-only", "default", False),
        ("MIT AND AGPL-3.0-only", "web", False),
        ("?", "default", False),
        ("GPL-2.0-or-later", "dev", False),
    ],
)
def test_which_licences_fit(licence: str, comes_with: str, fits: bool) -> None:
    """Of alternatives one must fit, of joined licences each; an unnamed one never does."""
    assert (misfit(Package("invented", "1", comes_with, licence)) is None) is fits


def test_a_classifier_speaks_where_no_expression_does() -> None:
    """Metadata without an SPDX expression is read by its classifier; without either the licence is unknown."""
    said = Message()
    said["Classifier"] = "License :: OSI Approved :: MIT License"
    assert licence_of("invented", said) == "MIT"
    assert licence_of("invented", Message()) == "?"


def test_an_audit_that_nobody_answers_is_no_sound_one() -> None:
    """Without an answer, or where a known hole is not told, the exit code is that of not knowing."""
    assert judge(None, CLEAN)[0] == UNKNOWN
    assert judge(SILENT, CLEAN)[0] == UNKNOWN
    assert judge(HOLE, None)[0] == UNKNOWN


def test_an_audit_tells_what_is_vulnerable() -> None:
    """Where the known hole is told, the lock's answer counts: sound, or each advisory with the release that mends it."""
    assert judge(HOLE, CLEAN)[0] == SOUND
    code, lines = judge(HOLE, HOLE)
    assert code == VULNERABLE
    assert "CVE-1, mended in 2.10.1" in lines[0]
