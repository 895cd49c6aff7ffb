"""Skills to be shown → the few growing projects that can carry them: a work of one's own, new projects, the studies."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from gapcheck.plan.paper import Paper
from gapcheck.plan.spot import Spot
from gapcheck.taxonomy import ProjectIdea, Taxonomy

_LIKELY = 0.25  # what a skill that fits any project counts for one that names it
_NAMED = 0.6  # and for one that names it
_KNOWN = 0.2  # what a skill counts that the person has already: a project that starts from what is there


class Spine:
    """The projects of a plan in their order. Each new project is chosen for what it can carry of what is wanted, and
    for what the person brings to it; `twice` are the skills that more than one entry has to show, `first`
    the project to begin with, `without` those that are left out, `suits` how well each suits the person.
    """

    def __init__(
        self,
        paper: Paper,
        wanted: Mapping[str, float],
        twice: frozenset[str],
        first: str | None,
        taxonomy: Taxonomy,
        without: frozenset[str] = frozenset(),
        suits: Mapping[str, float] = MappingProxyType({}),
    ) -> None:
        self._suit = suits
        self._paper, self._taxonomy, self._twice = paper, taxonomy, twice
        self._facts, self._without = taxonomy.deliverables, without
        self._general = taxonomy.fit_any_project
        self.owns = paper.owns
        self.new = tuple(Spot("project", idea.title, idea.id) for idea in self._chosen(wanted, first))
        self.studies = Spot("project", self._facts.studies.title, "studies")

    def spots_for(self, skill: str) -> list[Spot]:
        """The entries that could show a skill, the ones to fill first in front."""
        new = [spot for spot in self.new if self._fits(skill, spot.nouns)]
        owns = [own for own in self.owns if self._suits(skill, own)]
        if skill in self._facts.on_models:  # a running model is watched before another one is made to run
            owns.sort(key=lambda own: self._facts.on_models.isdisjoint(self._paper.skills_of(own)))
        owns.sort(key=lambda own: self._paper.room_for(skill, own) is None)
        # What one calls and does not build is no part of a work that does without it, where a project is made for it.
        called = self._taxonomy.skills[skill].category in self._facts.called
        made_for_it = called and any(skill in self._taxonomy.carried[spot.nouns] for spot in new)
        if made_for_it:  # but for what a work gives room for, such as the scores of its own answers
            roomy = [own for own in owns if self._paper.room_for(skill, own) is not None]
            return [*roomy, *new, *(own for own in owns if own not in roomy), self.studies]
        runs = [spot for spot in new if self._is_started(spot)] if skill in self._facts.started else []
        unfit = [own for own in owns if runs and not self._can_start(skill, own)]
        return [*(own for own in owns if own not in unfit), *(runs if unfit else ()), *unfit,
                *(spot for spot in new if not unfit or spot not in runs), self.studies]  # fmt: skip

    def _fits(self, skill: str, project: str) -> bool:
        """Whether a new project can show a skill; of networks one on tables shows none to who has other data."""
        is_beside = skill in self._facts.second_models and skill not in self._taxonomy.carried[project]
        return self._taxonomy.fits_project(skill, project) and not (is_beside and self._paper.own_networks)

    def _is_started(self, spot: Spot) -> bool:
        """Whether a new project is one that runs, and so gives room for what serves or watches."""
        return not self._facts.running.isdisjoint(self._taxonomy.carried[spot.nouns])

    def _can_start(self, skill: str, own: Spot) -> bool:
        """Whether a work of one's own is more than read, has a model, and runs where a skill watches what does: what
        packs and serves goes where the model is.
        """
        if own.where != "job" and not self._paper.is_modelling(own):
            return False
        runs = own.where == "job" or not self._facts.running.isdisjoint(self._paper.skills_of(own))
        if runs or self._paper.room_for(skill, own) is not None or self._paper.is_own_question(own):
            return True
        return skill not in self._facts.watched and not self._paper.is_only_read(own)

    def _chosen(self, wanted: Mapping[str, float], first: str | None) -> list[ProjectIdea]:
        weights = dict(wanted)
        chosen: list[ProjectIdea] = []
        waiting = [
            one
            for one in self._taxonomy.portfolio.ideas
            if one.id in self._facts.nouns and one.id not in self._without and not self._is_there(one)
        ]
        shares = {idea.id: self._shares(idea, wanted) for idea in waiting}
        while waiting and weights and len(chosen) < self._facts.most_projects:
            bound = {skill for skill in weights if skill in self._twice and skill not in self._general}
            if len(chosen) >= self._facts.usual_projects and not any(
                bound & self._taxonomy.carried[one.id] for one in waiting
            ):
                break
            able = waiting if not chosen else [one for one in waiting if self._is_needed(one, weights, chosen)]
            if not able:
                break
            best = max(
                able,
                key=lambda idea: (
                    not chosen and idea.id == first,
                    round(self._worth(idea, weights, shares[idea.id]), 9),
                    idea.id,
                ),
            )
            waiting.remove(best)
            chosen.append(best)
            weights = {
                skill: 2 * weight
                if skill not in self._general
                else weight / 2
                if self._is_named(skill, best.id)
                else weight
                for skill, weight in weights.items()
                if skill in self._general or not self._fits(skill, best.id)
            }
        return chosen

    def _is_needed(self, idea: ProjectIdea, weights: Iterable[str], chosen_before: Iterable[ProjectIdea]) -> bool:
        """Whether two subjects or more are still without a place that this one gives: nothing is built for a tool."""
        fitting = [one for one in weights if self._fits(one, idea.id)]
        places = [one for one in fitting if one not in self._general or self._is_named(one, idea.id)]
        free = [one for one in places if not any(self._is_named(one, chosen.id) for chosen in chosen_before)]
        return len(free) >= self._facts.least_subjects

    def _is_named(self, skill: str, project: str) -> bool:
        """Whether a project names a skill of modelling that others could show as well."""
        return skill in self._facts.anywhere_too and skill in self._taxonomy.carried[project]

    def _is_there(self, idea: ProjectIdea) -> bool:
        """Whether it is nothing for the person: behind them, built already, or what a work of theirs grows into."""
        used = {skill for skill, one in self._paper.found.items() if one.entries}
        grown = (self._facts.is_alike(idea.skills, work) for work in self._paper.grown)
        is_past = idea.is_behind(self._paper.levels)
        return is_past or not idea.is_for(used | self._paper.sure.keys()) or any(grown)

    def _shares(self, idea: ProjectIdea, wanted: Iterable[str]) -> Mapping[str, float]:
        """The skills that speak for the project, and for how much of their weight: what fits any speaks less for it."""
        carried = self._taxonomy.carried[idea.id]
        # What no own work can be served by is a reason to build what runs.
        homeless = (one for one in self._facts.started if not any(self._can_start(one, own) for own in self.owns))
        named = self._facts.anywhere_too.union(homeless) & carried
        return {
            skill: 1.0 if skill not in self._general else _NAMED if skill in named else _LIKELY
            for skill in wanted
            if skill in carried or (skill not in self._general and self._fits(skill, idea.id))
        }

    def _worth(self, idea: ProjectIdea, weights: Mapping[str, float], shares: Mapping[str, float]) -> float:
        """The weight that the project can carry, and what of it the person has."""
        gain = sum(weights[skill] * share for skill, share in shares.items() if skill in weights)
        known = sum(skill in self._paper.levels for skill in idea.skills)
        suits = idea.suits * self._suit.get(idea.id, 1)
        return suits * (gain / math.sqrt(1 + len(idea.skills) - known) + _KNOWN * known)

    def is_for_job(self, skill: str, job: Spot) -> bool:
        """Whether a job takes a line on a skill, by what it shows or gives room for."""
        room = self._paper.room_for(skill, job)
        return room is not None or self._facts.is_for_job(skill, self._paper.skills_of(job))

    def _suits(self, skill: str, own: Spot) -> bool:
        """Whether a work of one's own can go on with a skill: what any project can, or what is of its own kind."""
        shown = self._paper.skills_of(own)
        category = self._taxonomy.skills[skill].category
        if skill in self._facts.new_only:
            return False
        if self._paper.room_for(skill, own):
            return True
        if own.where == "job" and not self.is_for_job(skill, own):
            return False
        has_network = not self._facts.networks.isdisjoint(shown) or own in self._paper.surely_used_in(skill)
        if skill in self._facts.networks and not has_network:
            return False
        if skill in self._facts.anywhere_too and not self._paper.takes_models(own):
            return False
        if skill in self._facts.on_models and own.where != "job" and not self._paper.is_modelling(own):
            return False
        has_data = self._paper.is_modelling(own) or self._paper.kinds_of_data(own)
        if category in self._facts.on_data and not has_data:
            return False
        if own.where == "job" and not self._paper.is_technical_beyond(skill, own):
            return False
        if not self._facts.fits_data(skill, self._paper.kinds_of_data(own)):
            return False
        alike = any(self._taxonomy.skills[one].category == category for one in shown)
        # What a post does not use already, its employer decides on: nobody brings a cloud to an office without one.
        theirs = own.where == "job" and category in self._facts.of_employers
        return alike or (skill in self._general and not theirs) or own in self._paper.surely_used_in(skill)
