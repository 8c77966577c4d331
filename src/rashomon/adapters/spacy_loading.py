"""The parts of spaCy's English model that Rashomon runs, and nothing else of it: half the seconds of `spacy.load`.

`spacy.load` fills the tokenizer twice (with the language's rules, then with the model's), looks for plugins a hundred
times, and makes components that are then left out. Here each part is made once, from the model's own files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from spacy import util
from spacy.lang.en import English
from spacy.lookups import Lookups
from spacy.pipeline import DependencyParser, Tagger, Tok2Vec
from spacy.tokenizer import Tokenizer
from spacy.vocab import create_vocab

from rashomon.adapters.row_products import products_for


@dataclass(frozen=True, slots=True)
class ModelParts:
    """What parsing needs; the tagger and the parser read token vectors that the caller sets."""

    vocabulary: Any
    make_doc: Callable[[str], Any]
    tok2vec: Any
    tagger: Any
    parser: Any
    lookups: Any


def load_parts(name: str, attributes: frozenset[int]) -> ModelParts:
    """The parts of an installed model by its package's name; a new word is asked only these lexical attributes.

    Raises ImportError where the model is not installed, OSError where a file is missing.
    """
    package = util.get_package_path(name)
    meta = util.get_model_meta(package)
    path = package / f"{meta['lang']}_{meta['name']}-{meta['version']}"
    settings = util.load_config(path / "config.cfg", interpolate=True)["components"]
    vocabulary: Any = create_vocab(meta["lang"], English.Defaults)
    # Without the words of the texts that the model learned from: a text brings its own.
    vocabulary.from_disk(path / "vocab", exclude=["strings"])
    getters = vocabulary.lex_attr_getters.items()
    vocabulary.lex_attr_getters = {attribute: ask for attribute, ask in getters if attribute in attributes}

    def part(kind: Callable[..., Any], component: str) -> Any:
        model = util.registry.resolve({"model": settings[component]["model"]})["model"]
        return kind(vocabulary, model, component).from_disk(path / component, exclude=["vocab"])

    tagger, parser = part(Tagger, "tagger"), part(DependencyParser, "parser")
    for label in (*tagger.labels, *parser.labels):
        vocabulary.strings.add(label)
    tok2vec = part(Tok2Vec, "tok2vec")
    _multiply_fast([tok2vec.model, tagger.model, parser.model])
    return ModelParts(
        vocabulary=vocabulary,
        make_doc=Tokenizer(vocabulary).from_disk(path / "tokenizer"),
        tok2vec=tok2vec,
        tagger=tagger,
        parser=parser,
        lookups=Lookups().from_disk(path / "lemmatizer" / "lookups"),
    )


def _multiply_fast(models: list[Any]) -> None:
    """Let the layers of the networks compute their products with the fastest library that does."""
    nodes = [node for model in models for node in model.walk()]
    weights = [node.get_param("W") for node in nodes if node.has_param("W")]
    products = products_for({(each.size // each.shape[-1], each.shape[-1]) for each in weights})
    for node in nodes:
        node.ops = products
