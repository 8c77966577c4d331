"""The command group: errors become one plain line and their exit code; the log."""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

import click

from rashomon.adapters.spacy_import import use_one_thread
from rashomon.errors import InvariantError, RashomonError, UsageError

_WIDTH = 92


class _Door(click.Group):
    """Turns our errors into one plain line and their exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command; exits with the code that the contract gives the error."""
        use_one_thread()
        try:
            return super().main(*args, **kwargs)
        except RashomonError as error:
            click.echo(f"rashomon: {error.message}", err=True)
            if error.suggestion:
                click.echo(f"  {error.suggestion}", err=True)
            sys.exit(error.exit_code)
        except BrokenPipeError:
            # The reader of our output went away, as `| head` does: nothing is wrong.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except Exception as error:
            logging.getLogger("rashomon").exception("defect")
            click.echo(f"rashomon: a defect of the program: {type(error).__name__}: {error}", err=True)
            click.echo("  Please report it with the lines above and, if you can, the input.", err=True)
            sys.exit(InvariantError.exit_code)


@click.group(cls=_Door, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": _WIDTH})
@click.version_option(package_name="rashomon")
@click.option("--log", type=click.Path(dir_okay=False), help="Append each stage's time and number of issues to a file.")
def main(log: str | None) -> None:
    """Read many news reports of one crisis and write one record of it.

    Every line of the record cites the sentence that it rests on, and says who it is according to.

    \b
    Start here:  rashomon build FOLDER --out out     then open out/dossier.html
    """
    if log:
        log_to(log)


def log_to(path: str) -> None:
    """Send what a run says of its stages to a file until the command ends.

    Raises UsageError where it cannot be written.
    """
    try:
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Choose another file with --log.") from error
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("rashomon")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)

    def close() -> None:
        logger.removeHandler(handler)
        handler.close()

    click.get_current_context().call_on_close(close)
