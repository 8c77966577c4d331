"""Which library multiplies for the parser."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from rashomon.adapters import row_products
from rashomon.adapters.row_products import products_for

SHAPES = [(288, 288), (50, 96), (1024, 64)]


def test_a_row_has_the_same_bits_alone_and_in_any_batch() -> None:
    """Each row of a product is the same by itself, among its neighbours and in turned order, written out or handed back."""
    products = products_for(SHAPES)
    chance = np.random.default_rng(3)
    for outputs, inputs in SHAPES:
        rows, weights = (chance.normal(size=(n, inputs)).astype(np.float32) for n in (90, outputs))
        whole = products.gemm(rows, weights, trans2=True)
        assert np.allclose(whole, rows @ weights.T, atol=1e-3)
        for start, end in ((0, 1), (3, 5), (7, 60), (89, 90)):
            part = np.empty((end - start, outputs), dtype=np.float32)
            products.gemm(rows[start:end], weights, trans2=True, out=part)
            assert np.array_equal(part, whole[start:end])
        assert np.array_equal(products.gemm(np.ascontiguousarray(rows[::-1]), weights, trans2=True), whole[::-1])


def test_a_library_whose_rows_depend_on_their_neighbours_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a row's last bit changes with its place in the batch, spaCy's own library multiplies."""
    fast = row_products._OpenBlas.gemm

    def placed(self: Any, x: Any, y: Any, **named: Any) -> Any:
        made = fast(self, x, y, **named)
        made[6::12] = np.nextafter(made[6::12], np.float32(1))
        return made

    monkeypatch.setattr(row_products._OpenBlas, "gemm", placed)
    assert type(products_for(SHAPES)).__name__ == "NumpyOps"


def test_numpy_is_loaded_with_one_thread_unless_told_otherwise() -> None:
    """Whoever parses, and whoever starts the command line, sets the number of threads only where nobody did."""
    parse = "import os; from rashomon.adapters.spacy_import import import_spacy; import_spacy(); "
    start = (
        "import os, sys; sys.argv[1:] = ['--version']; from rashomon.cli import main; assert 'numpy' not in sys.modules;"
        "main(standalone_mode=False); "
    )
    for code in (parse, start):
        for given, expected in (({}, "1"), ({"OPENBLAS_NUM_THREADS": "2"}, "2")):
            kept = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
            check = f"assert os.environ['OPENBLAS_NUM_THREADS'] == '{expected}'"
            subprocess.run(
                [sys.executable, "-c", code + check], check=True, env={**kept, **given}, stdout=subprocess.DEVNULL
            )
