"""Skills to be shown → the few growing projects that can carry them: a work of one's own, new projects, the studies."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from copy import copy
from functools import cached_property
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
    the project to begin with, `suits` how well each suits the person, 0 for those that are nothing for them.
    """

    def __init__(
        self,
        paper: Paper,
        wanted: Mapping[str, float],
        twice: frozenset[str],
        first: str | None,
        taxonomy: Taxonomy,
        suits: Mapping[str, float] = MappingProxyType({}),
    ) -> None:
        self._wanted, self._first, self._suit = wanted, first, suits
        self._paper, self._taxonomy, self._twice = paper, taxonomy, twice
        self._facts = taxonomy.deliverables
        self._general = taxonomy.fit_any_project
        self.owns = paper.owns
        self.studies = Spot("project", self._facts.studies.title, "studies")
        self._able = [idea for idea in taxonomy.portfolio.ideas if self._is_able(idea)]
        self._fitting = {idea.id: {skill for skill in wanted if self._fits(skill, idea.id)} for idea in self._able}
        self._shares = {idea.id: self._shares_of(idea) for idea in self._able}
        self._owns_for: dict[str, list[Spot]] = {}
        self.new = self._chosen(self._able)

    def without(self, projects: Collection[str]) -> Spine:
        """The same where these new projects are left out."""
        if not projects:
            return self
        other = copy(self)
        other.new = self._chosen([idea for idea in self._able if idea.id not in projects])
        return other

    def spots_for(self, skill: str) -> list[Spot]:
        """The entries that could show a skill, the ones to fill first in front."""
        new = [spot for spot in self.new if self._fits(skill, spot.nouns)]
        if skill not in self._owns_for:
            self._owns_for[skill] = self._suiting(skill)
        owns = self._owns_for[skill]
        # What one calls and does not build is no part of a work that does without it, where a project is made for it.
        called = self._taxonomy.skills[skill].category in self._facts.called
        made_for_it = called and any(skill in self._taxonomy.carried[spot.nouns] for spot in new)
        if made_for_it:  # but for what a work gives room for, such as the scores of its own answers
            roomy = [own for own in owns if self._paper.room_for(skill, own) is not None]
            return [*roomy, *new, *(own for own in owns if own not in roomy), self.studies]
        # What a class has built alike takes what orders it, and what it gives room for; the rest goes first where
        # nobody else has built, and what one calls nowhere near it.
        stays = skill in self._facts.ground
        taught = [own for own in owns if not stays and self._paper.is_of_class(own) and not self._has_room(skill, own)]
        owns = [own for own in owns if own not in taught]
        runs = [spot for spot in new if self._is_started(spot)] if skill in self._facts.started else []
        unfit = [own for own in owns if runs and not self._can_start(skill, own)]
        later = [spot for spot in new if not unfit or spot not in runs]
        return [*(own for own in owns if own not in unfit), *(runs if unfit else ()), *unfit, *later,
                *(() if called else taught), self.studies]  # fmt: skip

    def _has_room(self, skill: str, own: Spot) -> bool:
        return self._paper.room_for(skill, own) is not None

    def _suiting(self, skill: str) -> list[Spot]:
        """The works of one's own that can go on with a skill, the ones to fill first in front."""
        owns = [own for own in self.owns if self._suits(skill, own)]
        if skill in self._facts.on_models:  # a running model is watched before another one is made to run
            owns.sort(key=lambda own: self._facts.on_models.isdisjoint(self._paper.skills_of(own)))
        return sorted(owns, key=lambda own: self._paper.room_for(skill, own) is None)

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

    def _chosen(self, able: Iterable[ProjectIdea]) -> tuple[Spot, ...]:
        weights, waiting = dict(self._wanted), list(able)
        chosen: list[ProjectIdea] = []
        while waiting and weights and len(chosen) < self._facts.most_projects - self._grows:
            bound = {skill for skill in weights if skill in self._twice and skill not in self._general}
            bound = set[str]() if self._asks else bound
            if len(chosen) >= self._facts.usual_projects - self._grows - self._asks and not any(
                bound & self._taxonomy.carried[one.id] for one in waiting
            ):
                break
            needed = waiting if not chosen else [one for one in waiting if self._is_needed(one, weights, chosen)]
            if not needed:
                break
            best = max(
                needed,
                key=lambda idea: (
                    not chosen and idea.id == self._first,
                    round(self._worth(idea, weights), 9),
                    idea.id,
                ),
            )
            waiting.remove(best)
            chosen.append(best)
            fitting, named = self._fitting[best.id], self._named(best.id)
            weights = {
                skill: 2 * weight if skill not in self._general else weight / 2 if skill in named else weight
                for skill, weight in weights.items()
                if skill in self._general or skill not in fitting
            }
        return tuple(Spot("project", idea.title, idea.id) for idea in chosen)

    def _is_needed(self, idea: ProjectIdea, weights: Iterable[str], chosen_before: Iterable[ProjectIdea]) -> bool:
        """Whether two subjects or more are still without a place that this one gives: nothing is built for a tool."""
        fitting, named = self._fitting[idea.id], self._named(idea.id)
        taken = frozenset[str]().union(*(self._named(chosen.id) for chosen in chosen_before))
        places = [one for one in weights if one in fitting and (one not in self._general or one in named)]
        return sum(one not in taken for one in places) >= self._facts.least_subjects

    def _named(self, project: str) -> frozenset[str]:
        """The skills of modelling that a project names and others could show as well."""
        return self._facts.anywhere_too & self._taxonomy.carried[project]

    def _is_able(self, idea: ProjectIdea) -> bool:
        """Whether it is a project for this person that lines can be written of."""
        return idea.id in self._facts.nouns and self._suit.get(idea.id, 1) > 0 and not self._is_there(idea)

    def _is_there(self, idea: ProjectIdea) -> bool:
        """Whether it is nothing for the person: behind them, built already, or what a work of theirs grows into."""
        used = {skill for skill, one in self._paper.found.items() if one.entries}
        grown = (self._facts.is_alike(idea.skills, work) for work in self._paper.grown)
        is_past = idea.is_behind(self._paper.levels)
        return is_past or not idea.is_for(used | self._paper.sure.keys()) or any(grown)

    @property
    def cores(self) -> frozenset[str]:
        """What the new projects are about: that is begun in them."""
        new = {spot.nouns for spot in self.new}
        return frozenset[str]().union(*(idea.core for idea in self._able if idea.id in new))

    @cached_property
    def _grows(self) -> bool:
        """Whether a work of one's own goes on: it is one of its projects, and it takes one new one less."""
        return any(self._paper.is_modelling(own) and not self._paper.is_of_class(own) for own in self.owns)

    @cached_property
    def _asks(self) -> bool:
        """Whether a work on a question and data of one's own goes on beside studies: one is enough there."""
        asking = any(self._paper.is_own_question(own) and self._paper.is_modelling(own) for own in self.owns)
        return asking and self._paper.beside_studies

    @cached_property
    def _homeless(self) -> frozenset[str]:
        """What no own work can be served by: a reason to build what runs."""
        started = self._facts.started
        return frozenset(one for one in started if not any(self._can_start(one, own) for own in self.owns))

    def _shares_of(self, idea: ProjectIdea) -> Mapping[str, float]:
        """The skills that speak for the project, and for how much of their weight: what fits any speaks less for it."""
        carried = self._taxonomy.carried[idea.id]
        named = self._facts.anywhere_too.union(self._homeless) & carried
        return {
            skill: 1.0 if skill not in self._general else _NAMED if skill in named else _LIKELY
            for skill in self._wanted
            if skill in carried or (skill not in self._general and skill in self._fitting[idea.id])
        }

    def _worth(self, idea: ProjectIdea, weights: Mapping[str, float]) -> float:
        """The weight that the project can carry, and what of it the person has."""
        gain = sum(weights[skill] * share for skill, share in self._shares[idea.id].items() if skill in weights)
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
        if own.where != "job" and not self._taxonomy.could_be_used_in(skill, shown):  # a dashboard has no code to test
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
