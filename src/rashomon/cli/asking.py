"""Options of commands that may ask a language model; none is asked without them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from rashomon.errors import UsageError
from rashomon.settings import LanguageModel

_Command = Callable[..., Any]


def model_options(command: _Command) -> _Command:
    """Adds the options of a language model; the command gets `model`, null where none is to be asked.

    The key of the address, where it needs one, stands in RASHOMON_MODEL_KEY.
    """

    @click.option("--model-address", metavar="URL", help="An OpenAI-compatible address, as http://127.0.0.1:11434/v1.")
    @click.option("--model", "model_name", metavar="NAME", help="The model to ask there.")
    @click.option(
        "--second-reader", is_flag=True, help="The model reads reports again: what their words bear is added."
    )
    @click.option("--editor", is_flag=True, help="The model rewords the brief: what holds is taken.")
    @click.option("--model-calls", default=200, show_default=True, type=click.IntRange(1))
    @click.option("--model-seconds", default=600.0, show_default=True, type=click.FloatRange(min=1))
    @click.option("--model-tokens", default=1_000_000, show_default=True, type=click.IntRange(1))
    @click.option("--model-record", type=click.Path(), help="Add every answer to this file.")
    @click.option("--model-replay", type=click.Path(), help="Answer from such a file; nothing is sent.")
    @wraps(command)
    def asking(
        *args: Any,
        model_address: str | None,
        model_name: str | None,
        second_reader: bool,
        editor: bool,
        model_calls: int,
        model_seconds: float,
        model_tokens: int,
        model_record: str | None,
        model_replay: str | None,
        **kwargs: Any,
    ) -> Any:
        if not (second_reader or editor):
            if model_address or model_name or model_replay:
                raise UsageError("The model is not asked for anything.", "Add --second-reader or --editor.")
            return command(*args, model=None, **kwargs)
        if not model_name or not (model_address or model_replay):
            raise UsageError("A language model needs --model and --model-address (or --model-replay).")
        model = LanguageModel(
            address=model_address or "", name=model_name, second_reader=second_reader, editor=editor,
            most_calls=model_calls, most_seconds=model_seconds, most_tokens=model_tokens, record=model_record,
            replay=model_replay,
        )  # fmt: skip
        return command(*args, model=model, **kwargs)

    return asking
