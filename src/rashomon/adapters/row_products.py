"""The matrix products of the parser's network, by the fastest library here that computes each row for itself.

A sentence's parse must not depend on the sentences beside it, so a row of a product must have the same bits wherever it
stands. BLIS, which spaCy uses, holds to that everywhere; NumPy's OpenBLAS, three times as fast, on some processors.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from thinc.api import NumpyOps

#: Fewer rows than these take other paths in OpenBLAS, with other bits: they are filled up.
_LEAST = 32
#: How many rows are tried, how many of them at once, and from which on.
_TRIED = 240
_COUNTS = (1, _LEAST, 47, 193)
_PLACES = (1, 6)


class _OpenBlas(NumpyOps):  # type: ignore[misc] # compiled, without types
    """NumPy's products, never of few rows."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of two matrices, the second or both turned where asked for."""
        left, right = x.T if trans1 else x, y.T if trans2 else y
        rows = len(left)
        if rows >= _LEAST:
            return np.dot(left, right, out=out)
        filled = np.zeros((_LEAST, left.shape[1]), dtype=left.dtype)
        filled[:rows] = left
        made = np.dot(filled, right)[:rows]
        if out is None:
            return made
        out[...] = made
        return out


def products_for(shapes: Iterable[tuple[int, int]]) -> NumpyOps:
    """What multiplies rows with turned weights of these shapes, the same bits for a row in any company."""
    fast = _OpenBlas()
    return fast if all(_by_row(fast, *shape) for shape in shapes) else NumpyOps()


def _by_row(ops: NumpyOps, outputs: int, inputs: int) -> bool:
    """Whether rows are the same to the bit in other places of other batches."""
    rows, weights = (
        np.sin(np.arange(count * inputs, dtype=np.float32)).reshape(count, inputs) for count in (_TRIED, outputs)
    )
    whole = ops.gemm(rows, weights, trans2=True)
    return all(
        np.array_equal(ops.gemm(rows[start : start + count], weights, trans2=True), whole[start : start + count])
        for count in _COUNTS
        for start in _PLACES
    )
