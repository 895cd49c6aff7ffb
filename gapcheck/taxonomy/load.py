"""The files in `skills_taxonomy/`, with a user's laid over them → one checked `Taxonomy`."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from gapcheck.taxonomy.cache import cached, fingerprint, store
from gapcheck.taxonomy.catalogue import _check_layer, _data_files, build, read_catalogue
from gapcheck.taxonomy.models.market import MarketFact
from gapcheck.taxonomy.models.taxonomy import Taxonomy
from gapcheck.taxonomy.records import TaxonomyError, checked, read_file


def load_taxonomy(overlays: tuple[Path, ...] = (), profile_files: tuple[Path, ...] = ()) -> Taxonomy:
    """The taxonomy that ships with gapcheck, with these folders laid over it in order, and these profiles added.

    All who ask for the same get the same object, so that they share what is built by it. Raises `TaxonomyError` where a
    file does not parse, a field is wrong, an id is unknown, or references go in a circle.
    """
    return _loaded(overlays, profile_files)


@lru_cache(maxsize=8)
def _loaded(overlays: tuple[Path, ...], profile_files: tuple[Path, ...]) -> Taxonomy:
    key = taxonomy_key(overlays, profile_files)
    if (taxonomy := cached(key)) is None:
        from gapcheck.taxonomy.check import first_error  # it checks what is built here

        catalogue = read_catalogue(overlays, profile_files)
        taxonomy = build(catalogue)
        if problem := first_error(catalogue, taxonomy):
            raise TaxonomyError(str(problem))
        store(key, taxonomy)
    return taxonomy.model_copy(update={"fingerprint": key[:16]})


def taxonomy_key(overlays: tuple[Path, ...] = (), profile_files: tuple[Path, ...] = ()) -> str:
    """A hash of all that `load_taxonomy` would read. Raises `TaxonomyError` where a folder or file is not there."""
    for folder in overlays:
        _check_layer(folder)
    for file in profile_files:
        if not file.is_file():
            raise TaxonomyError(f"{file}: there is no such file: check the path given to --profile")
    layers = [files("skills_taxonomy"), *overlays]
    return fingerprint([*(file for layer in layers for file in _data_files(layer)), *profile_files])


def models_key() -> str:
    """A hash of the fitted models that ship beside the data: what is read rests on them as well."""
    beside = files("skills_taxonomy").iterdir()
    models = [file for file in beside if file.name.endswith("_model.json")]
    return fingerprint(sorted(models, key=lambda file: file.name))


def load_with_profile(profile: str, overlays: tuple[Path, ...] = ()) -> tuple[Taxonomy, str]:
    """The taxonomy and the id of a profile that is given by id, or as a file that is added to it.

    Raises `TaxonomyError`; an id is not looked up here.
    """
    if not profile.endswith((".yaml", ".yml")):
        taxonomy = load_taxonomy(overlays)
        if Path(profile).suffix and profile not in taxonomy.profiles:
            raise TaxonomyError(
                f"{profile}: a profile is a .yaml file, or an id as gapcheck profiles lists them; "
                "to compare with a job posting, use --job"
            )
        return taxonomy, profile
    file = Path(profile)
    taxonomy = load_taxonomy(overlays, (file,))
    return taxonomy, read_file(file, profile).data["id"]


def load_market() -> dict[str, MarketFact]:
    """All facts on the job market that ship with gapcheck, by topic, as they are written."""
    record = read_file(files("skills_taxonomy") / "market.yaml", "market.yaml")
    return {topic: checked(record.part(topic), MarketFact) for topic in record.data}
