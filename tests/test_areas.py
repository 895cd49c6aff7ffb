"""Gaps by area, what is surely there though nobody wrote it, and the advice that follows from both."""

from __future__ import annotations

import pytest
from pages import AS_OF, document_of, resume_pdf
from skill_resumes import Read

from gapcheck import Analyzer, GapReport
from gapcheck.gap import area_of, areas_of, compare, weighed
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.taxonomy import Level, load_taxonomy

TAXONOMY = load_taxonomy()
PROFILE = TAXONOMY.profiles["junior-ml-engineer"]
ASKED = sorted({skill for one in TAXONOMY.profiles.values() for rule in one.requirements for skill in rule.any_of})
NAMED = [skill for skill in ASKED if TAXONOMY.skills[skill].aliases]  # of the others no resume can give the name
DOCTORATE = "# Education\n## PhD Acoustics, Castleby University | 2016 - 2020\n"
HEAD = "Ada Quill\nada@example.com\n\n"
JOB = "# Experience\n## {title}, Heron Freight | Jan 2021 - Present\n{lines}\n"
PROJECT = "# Projects\n## Pier Counter | 2026\n{lines}\n"


def report_on(analyzer: Analyzer, text: str) -> GapReport:
    return analyzer.analyze_document(document_of(resume_pdf(HEAD + text)))


def job(*lines: str, title: str = "Engineer") -> str:
    return JOB.format(title=title, lines="\n".join(f"- {line}" for line in lines))


def project(*lines: str) -> str:
    return PROJECT.format(lines="\n".join(f"- {line}" for line in lines))


# ---------------------------------------------------------------------------------------------- surely there


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        (project("Trained a CNN that counts boats on photos of the pier"), "supervised-learning"),
        (job("Kept the releases running by Jenkins"), "git"),
        (job("Cleaned the manifests with pandas"), "numpy"),
        (job("Wrote feature tables with point-in-time joins for the late ships"), "feature-engineering"),
        (job("Kept the loads of cargo in Airflow") + "# Skills\n- Airflow, Docker\n", "linux"),
        (job("Aligned photographs of hulls with OpenCV"), "data-preprocessing"),
    ],
)
def test_what_cannot_be_done_without_a_skill_makes_it_sure(text: str, skill: str, analyzer: Analyzer) -> None:
    report = report_on(analyzer, text)
    (row,) = [one for one in report.requirements if skill in one.any_of]
    assert row.status == "missing" and row.sure is not None and row.sure.why
    asking = next(one for one in report.plan if one.skill == skill)
    assert asking.kind in ("write", "show")


@pytest.mark.parametrize("skill", ["scikit-learn", "matplotlib", "pandas", "numpy"])
def test_nobody_asks_a_doctor_for_lines_of_a_beginner(skill: str, analyzer: Analyzer) -> None:
    report = report_on(analyzer, job("Trained networks in PyTorch on echoes, in Python") + DOCTORATE)
    (row,) = [one for one in report.requirements if skill in one.any_of]
    settled = row.sure is not None and row.sure.settled and row.sure.level == "intermediate"
    assert row.status == "missing" and settled
    assert skill not in {step.skill for step in report.plan}


BOT = "Bot on the OpenAI API, LangChain, pgvector{}"


@pytest.mark.parametrize(
    ("end", "sure"),
    [
        ("", True),
        (": a pilot, then stopped", False),
        (" at a hackathon", False),
        (", abandoned", False),
        (", never shipped", False),
    ],
)
def test_what_came_to_no_end_makes_nothing_sure_that_takes_depth(end: str, sure: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer.wishing("ai-engineer"), job(BOT.format(end), title="Software Engineer"))
    rows = {one.id: one.sure for one in report.requirements}
    assert [rows[one] is not None for one in ("rag", "prompting")] == [sure] * 2


def test_list_that_makes_a_skill_sure_tells_of_no_depth(analyzer: Analyzer) -> None:
    report = report_on(analyzer, job("Kept the loads of cargo in Airflow") + "# Skills\n- Airflow, Docker\n")
    (row,) = [one for one in report.requirements if one.id == "linux"]
    assert row.sure is not None and row.sure.level == "basic"


@pytest.mark.parametrize("deed", ["Fitted mixed models of berths over ports", "Fitted delays of berths with lme4"])
def test_who_fits_models_with_a_spread_at_each_step_learns_no_probability(deed: str, analyzer: Analyzer) -> None:
    report = report_on(analyzer, job(deed))
    (row,) = [one for one in report.requirements if one.id == "probability"]
    assert row.sure is not None and "probability" not in {step.skill for step in report.plan}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        (job("Built a chatbot on the OpenAI API with retrieval over the manuals"), "supervised-learning"),
        (job("Deployed the model of the data team with Docker"), "supervised-learning"),
        (project("Trained a CNN that counts boats on photos of the pier"), "linear-algebra"),
        (job("Was glad that others opened pull requests"), "testing"),
        ("# Skills\n- Jenkins\n", "git"),
        (job("Kept the loads of cargo in Airflow"), "linux"),
        (job("Kept the loads of cargo in Airflow") + "# Skills\n- A little Docker\n", "linux"),
        (job("Reported the cargo from Excel") + "# Skills\n- Docker\n", "linux"),
        (project("Aligned photographs of hulls with OpenCV"), "data-preprocessing"),
        (job("Trained networks in PyTorch on echoes"), "scikit-learn"),
        (job("Trained networks in PyTorch on echoes") + DOCTORATE, "scikit-learn"),
    ],
)
def test_what_is_only_likely_is_not_sure(text: str, skill: str, analyzer: Analyzer) -> None:
    report = report_on(analyzer, text)
    (row,) = [one for one in report.requirements if skill in one.any_of]
    assert row.sure is None


def test_what_is_surely_there_is_not_among_the_gaps_that_it_meets(analyzer: Analyzer) -> None:
    report = report_on(analyzer, project("Estimated waiting times by Bayesian statistics"))
    named = {one for area in report.areas for one in area.requirements}
    assert "probability" not in named and "linear-algebra" in named


# ---------------------------------------------------------------------------------------------- areas


def test_areas_hold_every_gap_once_and_the_most_urgent_come_first() -> None:
    gaps = weighed(compare(PROFILE, []), [], {}, PROFILE, TAXONOMY)
    areas = areas_of(gaps, TAXONOMY)
    assert sorted(gap.requirement.id for area in areas for gap in area.gaps) == sorted(
        rule.id for rule in PROFILE.requirements
    )
    technical = [area for area in areas if area.id not in TAXONOMY.gaps.last]
    assert [area.urgency for area in technical] == sorted((area.urgency for area in technical), reverse=True)
    assert areas[-1].id == "people"


def test_parts_of_one_work_stand_together() -> None:
    gaps = {gap.requirement.id: gap for gap in compare(PROFILE, [])}
    together = ("model-deployment", "docker", "web-apis", "model-monitoring", "cloud")
    assert {area_of(gaps[one], TAXONOMY) for one in together} == {"serving"}
    assert area_of(gaps["git"], TAXONOMY) == area_of(gaps["testing"], TAXONOMY) == "software"
    assert area_of(gaps["neural-networks"], TAXONOMY) == "deep-learning"


def test_what_postings_hardly_ask_for_presses_less_than_its_weight_says() -> None:
    rules = {rule.id: rule for rule in PROFILE.requirements}
    assert TAXONOMY.urgency_of(PROFILE, rules["numpy"]) < rules["numpy"].weight
    assert TAXONOMY.urgency_of(PROFILE, rules["statistics"]) == rules["statistics"].weight


# ---------------------------------------------------------------------------------------------- what to write


def test_nobody_is_asked_to_write_what_the_resume_gives_no_ground_for(analyzer: Analyzer) -> None:
    texts = [
        project("Trained an LSTM in Keras on reviews of harbour cafes"),
        job("Built a chatbot on the OpenAI API with retrieval over the manuals"),
        job("Wrote SQL queries for the weekly tonnage", title="Analyst") + "# Skills\n- NumPy, Matplotlib\n",
    ]
    for text in texts:
        report = report_on(analyzer, text)
        shown = {one.id for one in report.skills}
        sure = {skill for row in report.requirements if row.sure for skill in row.any_of}
        everyday = {skill.id for skill in TAXONOMY.skills.values() if skill.category == "soft-skills"}
        assert {one.skill for one in report.plan if one.kind == "write"} <= shown | sure | everyday


def test_line_about_the_past_leaves_the_deed_to_the_person(analyzer: Analyzer) -> None:
    text = job("Wrote SQL queries for the weekly tonnage", title="Analyst") + "# Skills\n- Tableau, Matplotlib\n"
    for step in report_on(analyzer, text).plan:
        if step.kind == "write":
            (line,) = step.deliverables[0].lines
            assert line.count("[") >= 2 and step.hours == 0


@pytest.mark.parametrize("skill", NAMED)
def test_line_with_places_to_fill_in_is_read_as_its_skill(skill: str, read: Read) -> None:
    found = read(HEAD + job("Kept the tide tables in order", TAXONOMY.asked_for(skill))).skills
    assert any(one.skill == skill and one.how == "demonstrated" for one in found)


def test_nobody_is_said_to_have_worked_in_a_team_on_a_work_of_their_own(analyzer: Analyzer) -> None:
    report = report_on(analyzer, project("Trained an LSTM in Keras on reviews of harbour cafes"))
    team = next(one for one in report.plan if one.skill == "teamwork")
    assert team.kind == "show" and "Pier Counter" not in {one.title for one in team.deliverables}


# ---------------------------------------------------------------------------------------------- where it is done


def test_tools_for_tables_are_no_task_for_pictures(analyzer: Analyzer) -> None:
    report = report_on(analyzer, project("Trained a CNN in PyTorch that counts boats on photos of the pier"))
    here = {step.skill for step in report.plan for one in step.deliverables if one.title == "Pier Counter"}
    assert here and not here & (TAXONOMY.deliverables.only_on["tables"] - TAXONOMY.deliverables.only_on["images"])


def test_own_work_is_brought_into_use_before_anything_new(analyzer: Analyzer) -> None:
    report = report_on(analyzer, project("Predicted the tonnage with scikit-learn on 40,000 rows"))
    first = next(step for step in report.plan if step.hours)
    assert first.phase == "own"
    own = [step.skill for step in report.plan if step.phase == "own"]
    assert own.index("git") < own.index("ci-cd") and own.index("docker") < own.index("model-deployment")


def test_model_at_work_goes_on_where_there_is_no_project(analyzer: Analyzer) -> None:
    text = job("Trained a churn model in scikit-learn on 30,000 customers", title="Analyst")
    first = next(step for step in report_on(analyzer, text).plan if step.hours)
    assert first.phase == "own" and first.deliverables[0].where == "job"


def test_who_built_an_assistant_is_not_told_to_build_one(analyzer: Analyzer) -> None:
    report = report_on(analyzer, job("Built RAG over contracts with LangChain for 600 readers", title="AI Engineer"))
    titles = {one.title for step in report.plan for one in step.deliverables}
    assert "document-assistant" not in {one.id for one in report.portfolio.ideas}
    assert not any(title.startswith("An assistant that answers") for title in titles)


def test_no_further_project_is_built_for_one_subject(analyzer: Analyzer) -> None:
    least = TAXONOMY.deliverables.least_subjects
    for text in (project("Predicted the tonnage with scikit-learn"), job("Wrote SQL queries", title="Analyst")):
        report = report_on(analyzer, text)
        ideas = [phase for phase in report.schedule.phases if phase.id in TAXONOMY.deliverables.nouns]
        new = [phase.id for phase in ideas if phase.name.startswith("Build: ")][1:]
        soft = {row.any_of[0] for row in report.requirements if row.category == "soft-skills"}
        for one in new:
            assert len([step for step in report.plan if step.phase == one and step.skill not in soft]) >= least


# ---------------------------------------------------------------------------------------------- titles and certificates


def test_no_title_is_named_for_now_and_for_later(analyzer: Analyzer) -> None:
    for text in (
        job("Taught algebra to 90 pupils", title="Teacher"),
        job("Moved services to Kubernetes on AWS", "Built REST APIs in Java", title="Backend Developer"),
        "# Education\n## PhD in Physics, Castleby University | Jan 2022 - Present\n- Neural networks in PyTorch\n",
    ):
        career = report_on(analyzer, text).career
        later = career.title_later.title.lower() if career.title_later else ""
        assert later not in {one.title.lower() for one in career.titles}
        assert f"junior {later}" not in {one.title.lower() for one in career.titles}


def test_who_has_years_of_technical_work_is_sent_to_no_post_for_juniors(analyzer: Analyzer) -> None:
    text = job("Moved services to Kubernetes on AWS", "Built REST APIs in Java", title="Backend Developer")
    career = report_on(analyzer, text).career
    named = [one.title for one in career.titles] + ([career.title_later.title] if career.title_later else [])
    assert career.situation.id == "engineer" and not any("junior" in one.lower() for one in named)


def test_share_with_what_is_surely_there_is_told_beside_the_one_on_paper(analyzer: Analyzer) -> None:
    report = report_on(
        analyzer, job("Trained convolutional networks in PyTorch", "Compared U-Net models", title="Researcher")
    )
    sure = {row.id: row for row in report.requirements if row.sure}
    total = sum(row.weight for row in report.requirements)
    more = sum(
        row.weight * min(1.0, Level[row.sure.level] / Level[row.expected])
        for row in sure.values()
        if row.sure is not None
    )
    assert sure and report.summary.with_sure == pytest.approx((report.summary.readiness or 0) + more / total, abs=0.002)
    assert "with what is ≈" in text_report(report)
    assert "with what is ≈" not in text_report(report_on(analyzer, project("Kept the tide tables in order")))


def test_no_role_without_a_sign_of_its_heart(analyzer: Analyzer) -> None:
    lines = (
        "Built FastAPI services in Python on AWS with Docker and CI/CD",
        "Wrote pytest suites and SQL for PostgreSQL",
    )
    career = report_on(analyzer, job(*lines, title="Backend Developer")).career
    assert "ai-engineer" not in {one.id for one in career.profiles}
    heart = ("Built RAG on the OpenAI API", "Wrote the prompts of the assistant, a large language model")
    for count in (1, 2):  # one line is thin ground to send anybody there
        with_heart = report_on(analyzer, job(*lines, *heart[:count], title="Backend Developer")).career
        assert ("ai-engineer" in {one.id for one in with_heart.profiles}) == (count == 2)


def test_serving_the_model_of_others_is_no_work_in_the_field(analyzer: Analyzer) -> None:
    lines = ("Deployed the pricing model of another team with Docker", "Ran the model deployment on Kubernetes")
    served = report_on(analyzer, job(*lines, title="Backend Developer")).career
    trained = report_on(analyzer, job(*lines, "Trained it with XGBoost", title="Backend Developer")).career
    assert served.situation.id == "engineer" and trained.situation.id == "working-ml"


def test_who_builds_gets_no_course_and_no_exam_on_an_unknown_product(analyzer: Analyzer) -> None:
    levels = {one.id: one.level for one in TAXONOMY.certifications}
    first = {one.id: one.skills[0] for one in TAXONOMY.certifications}
    report = report_on(analyzer, job("Trained churn models in PyTorch on AWS", title="Data Scientist"))
    shown = {one.id for one in report.skills if one.entries}
    advised = [one.id for one in report.certifications] + [one.id for one in report.certifications_later]
    assert all(levels[one] != "course" and (levels[one] == "foundational" or first[one] in shown) for one in advised)


def test_several_results_of_one_job_count(analyzer: Analyzer) -> None:
    lines = ("Trained a churn model with an AUC of 0.81", "Cut the cost of each forecast by 46% with smaller models")
    report = report_on(analyzer, job(*lines, title="Data Scientist"))
    assert next(one for one in report.portfolio.criteria if one.id == "results").met


def test_levels_of_what_is_sure_are_no_higher_than_the_middle(analyzer: Analyzer) -> None:
    report = report_on(analyzer, job("Trained CNNs for ship photos", "Served a CNN", title="Data Scientist"))
    sure = [row.sure for row in report.requirements if row.sure]
    assert sure and all(Level[one.level] <= Level.intermediate for one in sure)
    assert AS_OF  # the day of all tests


# ------------------------------------------------------------------ what follows from use, from degrees, from long work

MATHS = "# Education\n## {degree}, Castleby University | {dates}\n"


@pytest.mark.parametrize(
    ("degree", "dates", "sure"),
    [
        ("MSc Applied Mathematics", "2016 - 2021", True),
        ("BSc Physics", "2016 - 2019", True),
        ("MSc Applied Mathematics", "2025 - 2030", False),
        ("BA History, minor in Mathematics", "2016 - 2019", False),
        ("BSc Biology", "2016 - 2019", False),
    ],
)
def test_degree_makes_sure_what_all_of_its_field_learn(degree: str, dates: str, sure: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer, MATHS.format(degree=degree, dates=dates))
    (row,) = [one for one in report.requirements if one.id == "probability"]
    assert (row.sure is not None) == sure


@pytest.mark.parametrize(
    ("degree", "field"),
    [
        ("BSc (Hons) Mathematics, Castleby University, 2016 - 2019 (algebra, statistics)", "Mathematics"),
        ("BSc (Mathematics), Castleby University, 2016 - 2019", "Mathematics"),
    ],
)
def test_field_of_a_degree_is_not_that_of_a_course_in_brackets_behind_it(
    degree: str, field: str, analyzer: Analyzer
) -> None:
    (row,) = [one for one in report_on(analyzer, f"# Education\n{degree}\n").requirements if one.id == "calculus"]
    assert row.sure is not None and row.sure.why == f"“degree in {field}”"


@pytest.mark.parametrize(
    ("skill", "profile"), [("linear-regression", "data-scientist-1"), ("probability", "junior-ml-engineer")]
)
def test_nothing_follows_from_what_is_only_implied(skill: str, profile: str) -> None:
    named = "Compared the regions by statistics and hypothesis tests"
    implied = job("Ran A/B tests of the letters", "Ran A/B tests of the prices")
    analyzer = Analyzer(profile, as_of=AS_OF)
    report = report_on(analyzer, implied)
    (row,) = [one for one in report.requirements if one.id == skill]
    assert row.sure is None
    probability = next(one for one in report_on(analyzer, job(named)).requirements if one.id == "probability")
    assert probability.sure is not None


@pytest.mark.parametrize("product", [True, False])
def test_product_on_language_models_that_searches_shows_the_answering_from_documents(product: bool) -> None:
    search = "Built the hybrid search with a reranker over the contracts"
    model = "Set up LLM evaluation of the answers with graded questions" if product else "Wrote the billing in Java"
    report = report_on(Analyzer("ai-engineer", as_of=AS_OF), job(search, model))
    (row,) = [one for one in report.requirements if one.any_of == ("rag",)]
    assert row.status == "missing" and (row.sure is not None) == product
    assert not product or all("answers from documents" not in phase.name for phase in report.schedule.phases)


@pytest.mark.parametrize(("since", "kind", "hours"), [("Jan 2021", "write", 0), ("Mar 2026", "show", 5)])
def test_long_work_leaves_everyday_abilities_to_be_written_down(
    since: str, kind: str, hours: int, analyzer: Analyzer
) -> None:
    text = f"# Experience\n## Backend Developer, Heron Freight | {since} - Present\n- Built REST APIs in Java\n"
    plan = [step for step in report_on(analyzer, text).plan if step.skill == "communication"]
    assert [(step.kind, step.hours) for step in plan] == [(kind, hours)]


def test_what_the_plan_keeps_waiting_stands_last_in_its_area_and_so_do_areas_of_it_alone(analyzer: Analyzer) -> None:
    for sample in ("beginner", "analyst", "strong"):
        report = analyzer.analyze(f"samples/{sample}.pdf")
        waiting = {one.id for one in report.schedule.left_open if one.reason}
        waits = [[one in waiting for one in area.requirements] for area in report.areas]
        assert all(area == sorted(area) for area in waits) and (waiting or sample == "strong")
        assert list(map(all, waits)) == sorted(map(all, waits))
