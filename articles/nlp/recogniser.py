"""The trained recogniser of names: a folder whose component takes the place of the recogniser of a spaCy pipeline."""

import json
import logging
import zlib
from pathlib import Path
from typing import Any, cast

import numpy
import srsly
from spacy.language import Language
from spacy.pipeline.ner import EntityRecognizer
from thinc.api import Model, NumpyOps

from articles.nlp.component_folder import META, WEIGHTS, ComponentError, read_meta

logger = logging.getLogger(__name__)

PIPE = "ner"


def attach(nlp: Language, folder: Path | None) -> str:
    """Puts the trained recogniser in the place of the pipeline's own; its name and version, or "" where it stays.

    A component that is missing, broken or made for other word vectors is told in the log, never an exception.
    """
    if folder is None:
        return ""
    try:
        meta = read_meta(folder)
        check_fit(nlp, meta)
        _replace(nlp, meta, folder / WEIGHTS)
    except ComponentError as error:
        logger.warning(
            "The trained recogniser in %s is not used: %s. The recogniser of %s stays, with more to correct.",
            folder,
            error,
            base_of(nlp)["name"],
        )
        return ""
    return f"{meta['name']} {meta['version']}"


def multiply_with_numpy(nlp: Language) -> None:
    """Matrices are multiplied by NumPy's library, which takes a third of the time of the one that spaCy comes with."""
    for _, part in nlp.pipeline:
        model = getattr(part, "model", None)
        if isinstance(model, Model) and isinstance(model.ops, NumpyOps):
            for layer in model.walk():
                layer.ops = NumpyOps(use_blis=False)


def save(nlp: Language, folder: Path, meta: dict[str, Any]) -> dict[str, Any]:
    """Writes the pipeline's recogniser with its record; halves the numbers' size, which costs nothing in score."""
    folder.mkdir(parents=True, exist_ok=True)
    ner = recogniser_of(nlp)
    parts = srsly.msgpack_loads(ner.to_bytes(exclude=["vocab"]))
    parts["model"] = _with_floats(parts["model"], "float16")
    weights = srsly.msgpack_dumps(parts)
    (folder / WEIGHTS).write_bytes(weights)
    meta = {**meta, "base": base_of(nlp), "labels": sorted(ner.labels), "ner": pipe_config(nlp)}
    meta["checksum"] = zlib.crc32(weights)
    (folder / META).write_text(json.dumps(meta, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return meta


def recogniser_of(nlp: Language) -> EntityRecognizer:
    return cast("EntityRecognizer", nlp.get_pipe(PIPE))


def base_of(nlp: Language) -> dict[str, Any]:
    """The pipeline a component was made on, and a number for its word vectors, which the component reads."""
    vectors = nlp.vocab.vectors
    return {
        "name": f"{nlp.meta['lang']}_{nlp.meta['name']}",
        "version": nlp.meta["version"],
        "vectors": list(vectors.shape),
        "vectors_checksum": zlib.crc32(numpy.ascontiguousarray(vectors.data).tobytes()),
    }


def pipe_config(nlp: Language) -> dict[str, Any]:
    """How the recogniser is built, without what it has learnt."""
    return {name: value for name, value in nlp.get_pipe_config(PIPE).items() if name not in {"factory", "moves"}}


def check_fit(nlp: Language, meta: dict[str, Any]) -> None:
    """Other vectors would make nonsense of the weights."""
    here, there = base_of(nlp), meta["base"]
    if PIPE not in nlp.component_names:
        raise ComponentError(f"{here['name']} has no recogniser to replace")
    if not isinstance(there, dict) or here["vectors_checksum"] != there.get("vectors_checksum"):
        wanted = f"{there.get('name')} {there.get('version')}" if isinstance(there, dict) else "another pipeline"
        raise ComponentError(f"it was trained on {wanted} and does not fit {here['name']} {here['version']}")


def _replace(nlp: Language, meta: dict[str, Any], path: Path) -> None:
    """Tries the new recogniser before the old one goes."""
    try:
        parts = srsly.msgpack_loads(path.read_bytes())
        parts["model"] = _with_floats(parts["model"], "float32")
        ready = srsly.msgpack_dumps(parts)
        cast("EntityRecognizer", nlp.create_pipe(PIPE, config=meta["ner"])).from_bytes(ready, exclude=["vocab"])
    except Exception as error:
        raise ComponentError(f"it cannot be read: {error}") from error
    nlp.replace_pipe(PIPE, PIPE, config=meta["ner"])
    recogniser_of(nlp).from_bytes(ready, exclude=["vocab"])


def _with_floats(model: bytes, kind: str) -> bytes:
    """The weights of a model in another precision."""
    parts = srsly.msgpack_loads(model)
    parts["params"] = [
        {name: value.astype(kind) if _is_float(value) else value for name, value in params.items()}
        for params in parts["params"]
    ]
    converted: bytes = srsly.msgpack_dumps(parts)
    return converted


def _is_float(value: object) -> bool:
    return isinstance(value, numpy.ndarray) and value.dtype.kind == "f"
