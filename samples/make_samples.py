"""Makes the six sample resumes beside this script: `python samples/make_samples.py`.

Everybody and everything in them is invented. The contents come first, as plain data; the few functions that lay them
out follow. Running the script again writes identical bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from reportlab import rl_config
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    FrameBreak,
    HRFlowable,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

HERE = Path(__file__).parent
PAGE_WIDTH, PAGE_HEIGHT = A4


# ---------------------------------------------------------------------------------------------------- what is written


@dataclass(frozen=True)
class Entry:
    """A job, a project or a degree; a point is one bullet."""

    title: str
    place: str = ""
    dates: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bar:
    """A skill whose level is drawn, not written: the filled share of a bar."""

    name: str
    share: float


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it; a line that begins with a bullet sign becomes a bullet."""

    title: str
    content: tuple[Entry | Bar | str, ...]


@dataclass(frozen=True)
class Resume:
    """A whole resume; the side sections are those of the sidebar, where the layout has one."""

    name: str
    headline: str
    contact: tuple[str, ...]
    sections: tuple[Section, ...]
    side: tuple[Section, ...] = ()


STRONG = Resume(
    name="Maya Lindqvist",
    headline="Machine Learning Engineer",
    contact=("maya.lindqvist@example.com", "+31 555 0142", "Rotterdam", "github.example.com/mayalind"),
    sections=(
        Section(
            "Summary",
            (
                "Machine learning engineer with two years of experience taking forecasting and vision models from a "
                "notebook to a monitored service. I like small models, honest baselines and clear dashboards.",
            ),
        ),
        Section(
            "Experience",
            (
                Entry(
                    "Machine Learning Engineer",
                    "Harborline Logistics, Rotterdam",
                    "Jan 2025 – Present",
                    (
                        "Built a demand forecasting pipeline in Python, pandas and LightGBM for 1,200 depots, cutting "
                        "mean absolute error by 18% against the previous moving-average model.",
                        "Deployed the model as a FastAPI service in Docker on AWS (ECS, S3); it answers 40 requests "
                        "per second with a p95 latency of 85 ms.",
                        "Track experiments in MLflow and monitor data drift weekly; retraining alerts brought stale "
                        "forecasts down from 9% to 2%.",
                        "Wrote the PostgreSQL feature queries and a pytest suite that GitHub Actions runs on every "
                        "pull request.",
                        "Present results each month to planners and operations managers in plain language.",
                    ),
                ),
                Entry(
                    "Machine Learning Intern, R&D",
                    "Tessera Health, Utrecht",
                    "Jun 2024 – Aug 2024",
                    (
                        "Trained a ResNet-50 in PyTorch to classify 24,000 skin images; F1 rose from 0.81 to 0.88 with "
                        "augmentation and transfer learning.",
                        "Compared it with logistic regression and random forest baselines in scikit-learn, using "
                        "five-fold cross-validation.",
                    ),
                ),
            ),
        ),
        Section(
            "Projects",
            (
                Entry(
                    "Clinical Note Search",
                    "",
                    "2025",
                    (
                        "Fine-tuned a BERT sentence encoder with Hugging Face on 60,000 question and passage pairs; "
                        "recall@10 improved from 0.62 to 0.79. Indexed in Elasticsearch, served with FastAPI.",
                    ),
                ),
                Entry(
                    "Bike-Share Rider Segments",
                    "",
                    "2024",
                    (
                        "Grouped 1.3 million trips with PCA and k-means (NumPy, scikit-learn), tested seasonal "
                        "differences with bootstrap hypothesis tests, and published a Plotly dashboard.",
                    ),
                ),
                Entry(
                    "Thesis: Small Recommenders for Public Libraries",
                    "",
                    "2024",
                    (
                        "Implemented a two-tower neural network in PyTorch that recommends books from 800,000 loans; "
                        "NDCG@10 of 0.41 against 0.33 for matrix factorisation.",
                    ),
                ),
            ),
        ),
        Section(
            "Skills",
            (
                "<b>Languages:</b> Python, SQL, Bash",
                "<b>Machine learning:</b> PyTorch, scikit-learn, LightGBM, Hugging Face, pandas, NumPy, MLflow",
                "<b>Tools:</b> Git, Linux, Docker, AWS, GitHub Actions, PostgreSQL, FastAPI; basic Kubernetes",
            ),
        ),
        Section(
            "Education",
            (
                Entry(
                    "BSc in Computer Science",
                    "Aldermoor University",
                    "Sep 2021 – Jun 2024",
                    ("Graduated with honours. Courses: linear algebra, probability, statistics, optimization.",),
                ),
            ),
        ),
        Section("Certifications", (Entry("AWS Certified Machine Learning Engineer – Associate", "", "May 2025"),)),
    ),
)

TWO_COLUMN = Resume(
    name="Tomás Okafor",
    headline="Junior Data Scientist",
    contact=(),
    side=(
        Section("Contact", ("tomas.okafor@example.com", "+44 555 0187", "Leeds, United Kingdom")),
        Section(
            "Skills",
            (
                Bar("Python", 0.9),
                Bar("scikit-learn", 0.8),
                Bar("SQL", 0.7),
                Bar("Git", 0.7),
                Bar("TensorFlow", 0.55),
                Bar("Tableau", 0.6),
                Bar("R", 0.4),
                Bar("Docker", 0.25),
            ),
        ),
        Section("Soft skills", ("Teamwork", "Explaining results", "Curiosity")),
        Section("Languages", ("English (native)", "Portuguese (fluent)")),
        Section("Interests", ("Trail running, community radio, sourdough",)),
    ),
    sections=(
        Section(
            "Profile",
            (
                "Data scientist at the start of my career, with a year in retail analytics and a master's degree in "
                "statistics. Looking for a machine learning role close to the product.",
            ),
        ),
        Section(
            "Work experience",
            (
                Entry(
                    "Junior Data Scientist",
                    "Pennyfarthing Stores, Leeds",
                    "10/2025 – Present",
                    (
                        "Build churn models in Python with scikit-learn and XGBoost; the current model reaches an AUC "
                        "of 0.84 and drives the weekly retention mailing.",
                        "Clean and join loyalty card data in SQL (BigQuery), filling missing values and removing "
                        "duplicate households.",
                        "Designed an A/B test of discount messages with the marketing team, which raised repeat "
                        "visits by 6%.",
                        "Maintain four Tableau dashboards for store managers.",
                    ),
                ),
                Entry(
                    "Research Assistant",
                    "Wharfedale University",
                    "02/2025 – 06/2025",
                    ("Analysed survey data on commuting in R and wrote up the methods for non-specialist readers.",),
                ),
            ),
        ),
        Section(
            "Projects",
            (
                Entry(
                    "Bird Song Classifier",
                    "Master's thesis",
                    "2025",
                    (
                        "Trained a convolutional neural network in TensorFlow and Keras on 9,000 spectrograms of 30 "
                        "species; 87% test accuracy.",
                    ),
                ),
                Entry(
                    "Rent Map",
                    "Personal project",
                    "2024",
                    (
                        "Scraped 15,000 listings with BeautifulSoup and predicted rents with a random forest; shared "
                        "as a Streamlit app.",
                    ),
                ),
            ),
        ),
        Section(
            "Education",
            (
                Entry("MSc in Statistics", "Wharfedale University", "2024 – 2025"),
                Entry("BSc in Mathematics", "University of Castleby", "2021 – 2024"),
            ),
        ),
    ),
)

BEGINNER = Resume(
    name="Priya Venkat",
    headline="First-year Computer Science student",
    contact=("priya.venkat@example.com", "+1 555 0119", "Millbrook"),
    sections=(
        Section(
            "Objective",
            (
                "First-year student looking for a summer internship in data or machine learning. I want to learn "
                "Docker and would love to work with PyTorch; no experience with cloud platforms such as AWS yet.",
            ),
        ),
        Section(
            "Education",
            (
                Entry(
                    "Bachelor of Science in Computer Science",
                    "Millbrook State College",
                    "Sep 2025 – present",
                    (
                        "Relevant coursework: Introduction to Programming (Python), Calculus I, Linear Algebra, "
                        "Probability and Statistics (in progress).",
                        "GPA 3.6 / 4.0",
                    ),
                ),
                Entry("High School Diploma", "Millbrook High School", "2025"),
            ),
        ),
        Section(
            "Projects",
            (
                Entry(
                    "Movie Mood",
                    "course project, team of three",
                    "Spring 2026",
                    (
                        "Wrote a Python script that sorts film reviews into positive and negative with a naive Bayes "
                        "classifier from scikit-learn (accuracy 78%).",
                        "My part was cleaning the reviews with pandas and drawing the charts in matplotlib.",
                    ),
                ),
                Entry(
                    "Study Timer",
                    "personal project",
                    "Winter 2025",
                    ("A small web page in HTML, CSS and JavaScript that counts study sessions; code kept in Git.",),
                ),
            ),
        ),
        Section(
            "Work and volunteering",
            (
                Entry(
                    "Barista",
                    "Java Cafe, Millbrook",
                    "Jun 2025 – Aug 2025",
                    ("Served up to 200 customers a day and trained two new colleagues.",),
                ),
                Entry(
                    "Volunteer, Girls Who Tinker",
                    "Millbrook Library",
                    "2025 – present",
                    ("Run Saturday workshops that spark interest in coding among children aged 8 to 12.",),
                ),
            ),
        ),
        Section(
            "Skills",
            (
                "Python (basic), HTML, CSS, Excel, Git",
                "Currently learning: SQL, TensorFlow",
            ),
        ),
    ),
)

ANALYST = Resume(
    name="Hannah Brandt",
    headline="Data Analyst moving into Machine Learning",
    contact=("hannah.brandt@example.com", "+49 555 0163", "Hamburg"),
    sections=(
        Section(
            "Profile",
            (
                "Data analyst with six years in retail and energy. Strong in SQL and Excel, comfortable explaining "
                "numbers to people who have to decide. Over the last two years I have moved from reporting what "
                "happened to predicting what will, and I am now looking for a junior machine learning position.",
            ),
        ),
        Section(
            "Experience",
            (
                Entry(
                    "Senior Data Analyst",
                    "Nordlicht Energie, Hamburg",
                    "03/2023 – today",
                    (
                        "Lead a team of three analysts; own the monthly consumption report read by 40 managers.",
                        "Moved the reporting from spreadsheets to Snowflake and Power BI, which saves about 12 hours "
                        "of manual work a week.",
                        "Introduced the department's first prediction model: a logistic regression in scikit-learn "
                        "that flags customers likely to cancel (precision 0.71, recall 0.64).",
                        "Automated weekly extracts in Python with pandas and scheduled them in Airflow.",
                        "Agree measures with stakeholders in sales and finance and turn their questions into analyses.",
                    ),
                ),
                Entry(
                    "Data Analyst",
                    "Kaufhaus Lindner, Bremen",
                    "08/2020 – 02/2023",
                    (
                        "Wrote SQL queries (MySQL) for sales, returns and stock of 58 stores and built the Tableau "
                        "dashboards on top of them.",
                        "Supported the go-to-market team with price elasticity studies; regression analysis in R "
                        "showed which 300 articles could carry a higher price.",
                        "Planned and evaluated A/B tests of the web shop's checkout; the winning variant raised "
                        "conversion by 4.2%.",
                    ),
                ),
                Entry(
                    "Working Student, Controlling",
                    "Hansa Paper Works, Bremen",
                    "04/2019 – 07/2020",
                    (
                        "Kept the cost plans of six departments in Excel (pivot tables, VBA macros).",
                        "Prepared the figures for the yearly budget meeting.",
                    ),
                ),
            ),
        ),
        Section(
            "Machine learning projects",
            (
                Entry(
                    "Heat demand forecast",
                    "private project",
                    "2025",
                    (
                        "Hourly time series forecast for a district heating network with XGBoost and weather features; "
                        "MAPE of 6.1% on a held-out winter.",
                        "Feature engineering (lags, holidays, degree days) improved the error by a fifth; code on "
                        "GitHub with unit tests.",
                    ),
                ),
                Entry(
                    "Invoice sorter",
                    "hackathon, second place",
                    "2024",
                    (
                        "Text classification of 5,000 scanned invoices with TF-IDF and a linear SVM, built in a "
                        "weekend by a cross-functional team of four.",
                    ),
                ),
            ),
        ),
        Section(
            "Further training",
            (
                Entry("Certificate in Deep Learning with Keras", "Elbe Academy, 60 hours", "11/2025"),
                Entry("Machine Learning Foundations", "online course, completed", "06/2024"),
            ),
        ),
        Section(
            "Education",
            (
                Entry(
                    "Bachelor of Science, Business Economics",
                    "Hochschule Wesermark",
                    "2016 – 2020",
                    ("Thesis: Seasonal patterns in paper prices. Minor subject statistics.",),
                ),
                Entry("Semester abroad", "Aarhaven Business School, Denmark", "2018"),
            ),
        ),
        Section(
            "Skills",
            (
                Entry("Analysis", "", "", ("SQL (expert), Excel (expert), Python (good), R (basic)",)),
                Entry("Tools", "", "", ("Tableau, Power BI, Snowflake, Airflow, Git",)),
                Entry("Languages", "", "", ("German (native), English (C1), Danish (A2)",)),
            ),
        ),
        Section(
            "Voluntary work",
            (
                Entry(
                    "Treasurer",
                    "Tafel Wilhelmsbrook food bank",
                    "2021 – today",
                    (
                        "Keep the books and explain them to the members at the yearly meeting.",
                        "Wrote a small spreadsheet that estimates how many parcels are needed each week.",
                    ),
                ),
            ),
        ),
        Section("Interests", ("Rowing, board games, the history of maps.",)),
    ),
)

RESEARCHER = Resume(
    name="Ewan Calloway, PhD",
    headline="",
    contact=("ewan.calloway@example.com", "Edinburgh", "calloway.example.com"),
    sections=(
        Section(
            "Research profile",
            (
                "Researcher with a focus on efficient classification of scientific text and on other fields of natural "
                "language processing. My work combines transformer language models with Bayesian uncertainty "
                "estimation, and I care about confidence values that readers can trust. I am leaving academia for an "
                "engineering team that puts models in front of users.",
            ),
        ),
        Section(
            "Education",
            (
                Entry(
                    "PhD in Informatics",
                    "University of Strathallan",
                    "2021 – 2025",
                    (
                        "Thesis: <i>Calibrated Classification of Scientific Claims</i>. Supervised by Prof. Julia "
                        "Marchetti.",
                    ),
                ),
                Entry("MSc in Artificial Intelligence", "University of Strathallan", "2020 – 2021"),
                Entry("BSc in Physics, first class", "Carrick College", "2016 – 2020"),
            ),
        ),
        Section(
            "Research experience",
            (
                Entry(
                    "Research Associate",
                    "Language Technology Group, University of Strathallan",
                    "Oct 2025 – Present",
                    (
                        "Develop a pipeline that finds and classifies claims in 2.1 million abstracts, written in "
                        "Python with PyTorch and Hugging Face; run on a shared Linux cluster under Slurm.",
                        "Fine-tuned language models with LoRA, which reduced the memory needed for training by "
                        "two thirds at no loss of macro-F1 (0.83).",
                        "Mentor two doctoral students and review their code.",
                    ),
                ),
                Entry(
                    "Research Intern",
                    "Finch & Fielding Laboratories",
                    "Jun 2023 – Sep 2023",
                    (
                        "Implemented reinforcement learning baselines (PPO) in JAX for query reformulation and "
                        "profiled the training workflow, making it 2.4 times faster.",
                    ),
                ),
                Entry(
                    "Teaching Assistant",
                    "Introduction to Machine Learning, Statistics for Scientists",
                    "Sep 2021 – May 2023",
                    ("Led weekly tutorials for groups of 25 students and wrote exercises in NumPy and R.",),
                ),
            ),
        ),
        Section(
            "Publications",
            (
                "[1] <b>E. Calloway</b>, J. Marchetti. Confident but Wrong: Calibrating BERT for Claim Detection. "
                "In <i>Proceedings of the Northern Conference on Language Technology</i>, 2024.",
                "[2] <b>E. Calloway</b>, S. Whitfield, J. Marchetti. Efficient Gaussian Process Heads for "
                "Classification of Short Text. <i>Journal of Applied Text Analysis</i> 12(3), 2023.",
                "[3] S. Whitfield, <b>E. Calloway</b>. A Field Guide to Noisy Labels in Scientific Named Entity "
                "Recognition. In <i>Workshop on Scholarly Documents</i>, 2022.",
            ),
        ),
        Section(
            "Talks and awards",
            (
                "• Invited talk, “What does 90% sure mean?”, Strathallan Data Science Meetup, 2025.",
                "• Talk, “Gaussian processes on top of transformers”, Workshop on Uncertainty in Language, 2023.",
                "• Best Paper Runner-up, Northern Conference on Language Technology, 2024.",
            ),
        ),
        Section(
            "Technical skills",
            (
                "Python (PyTorch, JAX, Hugging Face, NumPy, SciPy, spaCy), R, Git, Linux, LaTeX; some C++ from "
                "undergraduate simulations. I have not yet worked with Kubernetes or in a commercial cloud.",
            ),
        ),
    ),
)

STUFFED = Resume(
    name="Derek Holloway",
    headline="",
    contact=("14 Quarry Lane, Oakhampton", "derek.holloway@example.com", "555 0128"),
    sections=(
        Section(
            "Career Objective",
            ("Hard-working office assistant seeking a position in a technology company where I can grow.",),
        ),
        Section(
            "Work Experience",
            (
                Entry(
                    "Office Assistant",
                    "Oakhampton Property Services",
                    "March 2022 – Present",
                    (
                        "Answer phone calls and e-mail, schedule viewings and keep the tenant list up to date in "
                        "Excel.",
                        "Made a Python script from an online tutorial that renames scanned contracts.",
                        "Help colleagues with printers and passwords.",
                    ),
                ),
                Entry(
                    "Sales Assistant",
                    "Bright & Sons Hardware",
                    "June 2019 – February 2022",
                    ("Advised customers, handled the till and restocked shelves.",),
                ),
            ),
        ),
        Section(
            "Education",
            (Entry("Associate Degree in Business Administration", "Oakhampton Community College", "2017 – 2019"),),
        ),
        Section("Skills", ("Microsoft Word, Excel, PowerPoint, typing (70 words per minute), driving licence",)),
        Section("References", ("Available on request.",)),
    ),
)

HIDDEN_WHITE = "Machine learning engineer PyTorch TensorFlow Kubernetes Spark Hadoop deep learning expert"
HIDDEN_TINY = "Docker, AWS, MLflow, FastAPI, CI/CD, PostgreSQL, MongoDB, Airflow, Snowflake, Databricks"
HIDDEN_OUTSIDE = "Senior data scientist, Scala, Java, C++, Rust, XGBoost, LightGBM, computer vision, OpenCV"
HIDDEN_INVISIBLE = "Natural language processing, transformers, BERT, LangChain, generative AI, scikit-learn, NumPy"


# -------------------------------------------------------------------------------------------------------- how it looks

Draw = Callable[[Any, Any], None]
Flow = list[Any]

INK, GREY, NAVY, GREEN = HexColor("#222222"), HexColor("#666666"), HexColor("#1f3a5f"), HexColor("#0b6b60")
TRACK, FILLED = HexColor("#4a6178"), HexColor("#f2b84b")


@dataclass(frozen=True)
class Look:
    """Fonts, sizes, colours, and where the dates of an entry stand."""

    font: str = "Helvetica"
    size: float = 9.5
    accent: Color = NAVY
    text: Color = INK
    quiet: Color = GREY
    margin: float = 18 * mm
    dates: Literal["right", "below", "margin"] = "right"
    align: int = TA_LEFT
    header: int = TA_LEFT
    rule: bool = True
    gap: float = 1.0

    def style(self, **changes: Any) -> Any:
        """The paragraph style of running text, with these changes."""
        size = changes.get("fontSize", self.size)
        settings = {"fontName": self.font, "fontSize": size, "leading": 1.32 * size, "textColor": self.text}
        return ParagraphStyle("text", **{**settings, "alignment": self.align, "embeddedHyphenation": 1, **changes})


LATEX_FONT = "Latex"
LATEX_FACES = {LATEX_FONT: "Times-Roman", "Latex-Bold": "Times-Bold", "Latex-Italic": "Times-Italic"}
LIGATURES = {"fi": "ﬁ", "fl": "ﬂ"}
HYPHENATED = """
clas-si-fi-ca-tion cal-i-brat-ed cal-i-brat-ing con-fi-dence de-tec-tion ef-fi-cient en-gi-neer-ing es-ti-ma-tion
in-tro-duc-tion lan-guage learn-ing pro-cess-ing pro-ceed-ings re-for-mu-la-tion re-in-force-ment rec-og-ni-tion
sci-en-tif-ic tech-nol-o-gy train-ing trans-form-er trans-form-ers un-cer-tain-ty un-der-grad-u-ate com-mer-cial
sim-u-la-tions pro-filed im-ple-ment-ed base-lines ma-chine sta-tis-tics ab-stracts pipe-line mod-els doc-tor-al
fo-cus com-bines val-ues read-ers acad-e-mia re-duced ex-er-cis-es tu-to-ri-als con-fer-ence
nat-u-ral ku-ber-netes hug-ging bayes-ian gauss-ian re-search-er writ-ten
"""


def register_latex_font() -> None:
    """Times in the Mac encoding, the one encoding of the standard fonts that has the fi and fl ligatures."""
    for name, face in LATEX_FACES.items():
        pdfmetrics.registerFont(pdfmetrics.Font(name, face, "MacRomanEncoding"))
    regular, bold, italic = LATEX_FACES
    pdfmetrics.registerFontFamily(regular, normal=regular, bold=bold, italic=italic, boldItalic=bold)


def typeset(text: str, look: Look) -> str:
    """The text as paragraph markup; the LaTeX look gets soft hyphens and ligatures."""
    text = text.replace("&", "&amp;")
    if look.font != LATEX_FONT:
        return text
    for word in HYPHENATED.split():
        for form in (word, word.capitalize()):
            text = text.replace(form.replace("-", ""), form.replace("-", "\u00ad"))
    for letters, ligature in LIGATURES.items():
        text = text.replace(letters, ligature)
    return text


def paragraph(text: str, look: Look, **changes: Any) -> Any:
    """Running text, or a bullet where the text begins with a bullet sign."""
    if text.startswith("• "):
        style = look.style(leftIndent=11, bulletIndent=1, bulletFontName=look.font, spaceAfter=1.5, **changes)
        return Paragraph(typeset(text[2:], look), style, bulletText="•")
    return Paragraph(typeset(text, look), look.style(**{"spaceAfter": 2, **changes}))


def side_by_side(left: Flow, right: Flow, widths: tuple[float, float]) -> Any:
    """Two cells on one line, without borders or padding."""
    plain = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return Table([[left, right]], colWidths=widths, style=[*plain, ("VALIGN", (0, 0), (-1, -1), "TOP")])


def entry(item: Entry, look: Look, width: float) -> Flow:
    """Title, place, dates and bullets, the dates at the right, below the title or in the left margin."""
    points = [paragraph(f"• {point}", look) for point in item.points]
    if look.dates == "below":
        where = " | ".join(filter(None, (item.place, item.dates)))
        return [
            paragraph(f"<b>{item.title}</b>", look, spaceAfter=0),
            paragraph(where, look, textColor=look.quiet, fontSize=look.size - 0.7),
            *points,
        ]
    title = paragraph(f"<b>{item.title}</b>" + (f", {item.place}" if item.place else ""), look, alignment=TA_LEFT)
    if look.dates == "margin":
        margin = 9.6 * look.size
        label = item.title if not item.dates else item.dates
        head = [title] if item.dates else []
        points = points if item.dates else [paragraph(point, look) for point in item.points]
        left = [paragraph(label, look, textColor=look.quiet)]
        return [side_by_side(left, [*head, *points], (margin, width - margin))]
    dates = paragraph(f"<para alignment='right'>{item.dates}</para>", look, textColor=look.quiet)
    return [side_by_side([title], [dates], (width - 12 * look.size, 12 * look.size)), *points]


def bar(item: Bar, look: Look, width: float) -> Any:
    """A skill name above a track and its filled part."""
    name = String(0, 9, item.name, fontName=look.font, fontSize=look.size, fillColor=look.text)
    track = Rect(0, 0, width, 4, fillColor=TRACK, strokeColor=None)
    filled = Rect(0, 0, width * item.share, 4, fillColor=FILLED, strokeColor=None)
    drawing = Drawing(width, 24)
    for shape in (name, track, filled):
        drawing.add(shape)
    return drawing


def section(part: Section, look: Look, width: float) -> Flow:
    """A heading, a rule and the content."""
    size = look.size + 1.5
    heading = paragraph(
        f"<b>{part.title.upper()}</b>", look, textColor=look.accent, fontSize=size, spaceAfter=1, alignment=TA_LEFT
    )
    rule = HRFlowable(width="100%", thickness=0.7, color=look.accent, spaceBefore=1, spaceAfter=4)
    flow: Flow = [Spacer(1, 7 * look.gap), CondPageBreak(60), heading, rule if look.rule else Spacer(1, 3)]
    for number, item in enumerate(part.content):
        if isinstance(item, Entry):
            flow += [Spacer(1, 5 * look.gap if number else 0), *entry(item, look, width)]
        elif isinstance(item, Bar):
            flow.append(bar(item, look, width))
        else:
            flow.append(paragraph(item, look))
    return flow


def header(resume: Resume, look: Look) -> Flow:
    """The name, the headline and one line of contact data."""
    size = 2.3 * look.size
    lines = [paragraph(f"<b>{resume.name}</b>", look, fontSize=size, textColor=look.accent, alignment=look.header)]
    if resume.headline:
        lines.append(paragraph(resume.headline, look, fontSize=look.size + 2.5, alignment=look.header))
    if resume.contact:
        line = "  |  ".join(resume.contact)
        lines.append(paragraph(line, look, textColor=look.quiet, alignment=look.header))
    return lines


def sections(parts: tuple[Section, ...], look: Look, width: float) -> Flow:
    """All sections, one below the other."""
    return [flowable for part in parts for flowable in section(part, look, width)]


def frame(x: float, width: float, margin: float) -> Any:
    """A text column as high as the page, without padding."""
    return Frame(x, margin, width, PAGE_HEIGHT - 2 * margin, 0, 0, 0, 0)


def build(file: str, resume: Resume, frames: list[Any], flow: Flow, draw: Draw = lambda canvas, document: None) -> None:
    """Write one PDF; `draw` adds to each page what does not flow."""
    document = BaseDocTemplate(str(HERE / file), pagesize=A4, title=f"Resume of {resume.name}", author=resume.name)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=draw))
    document.build(flow)


def one_column(file: str, resume: Resume, look: Look, draw: Draw = lambda canvas, document: None) -> None:
    """The usual layout: everything in one column."""
    width = PAGE_WIDTH - 2 * look.margin
    flow = header(resume, look) + sections(resume.sections, look, width)
    build(file, resume, [frame(look.margin, width, look.margin)], flow, draw)


def with_sidebar(file: str, resume: Resume, look: Look, side_look: Look) -> None:
    """A coloured sidebar at the left, the main column beside it."""
    side_width, gutter = 66 * mm, 9 * mm
    inner, main = side_width - 2 * gutter, PAGE_WIDTH - side_width - 2 * gutter

    def paint(canvas: Any, document: Any) -> None:
        canvas.setFillColor(look.accent)
        canvas.rect(0, 0, side_width, PAGE_HEIGHT, stroke=0, fill=1)

    frames = [frame(gutter, inner, look.margin), frame(side_width + gutter, main, look.margin)]
    side = sections(resume.side, side_look, inner)
    flow = [*side, FrameBreak(), *header(resume, look), *sections(resume.sections, look, main)]
    build(file, resume, frames, flow, paint)


def footer(resume: Resume, pages: int) -> Draw:
    """The same line at the foot of each page, with the page number."""

    def write(canvas: Any, document: Any) -> None:
        line = f"{resume.name}  ·  Curriculum vitae  ·  Page {canvas.getPageNumber()} of {pages}"
        canvas.setFont("Helvetica", 8)
        canvas.setFillColor(GREY)
        canvas.drawCentredString(PAGE_WIDTH / 2, 10 * mm, line)

    return write


def stuff(canvas: Any, document: Any) -> None:
    """Skill words no reader sees: white, tiny, outside the page, and in the invisible render mode."""
    places: tuple[tuple[str, float, float, Color, float, int], ...] = (
        (HIDDEN_WHITE, 25 * mm, 60 * mm, white, 9, 0),
        (HIDDEN_TINY, 25 * mm, 50 * mm, black, 1, 0),
        (HIDDEN_OUTSIDE, 25 * mm, -30 * mm, black, 9, 0),
        (HIDDEN_INVISIBLE, 25 * mm, 40 * mm, black, 9, 3),
    )
    for words, x, y, color, size, mode in places:
        text = canvas.beginText(x, y)
        text.setFont("Times-Roman", size)
        text.setFillColor(color)
        text.setTextRenderMode(mode)
        text.textOut(words)
        text.setTextRenderMode(0)
        canvas.drawText(text)


def main() -> None:
    """Write all samples."""
    rl_config.invariant = 1
    register_latex_font()
    one_column("strong.pdf", STRONG, Look(size=9.2, margin=16 * mm, gap=1.8))
    side_look = Look(size=10, accent=white, text=white, quiet=white, gap=2.4)
    with_sidebar("two_column.pdf", TWO_COLUMN, Look(size=10, dates="below", gap=1.9), side_look)
    plain = Look(font="Times-Roman", size=11.5, accent=black, header=TA_CENTER, margin=22 * mm, gap=1.6)
    one_column("beginner.pdf", BEGINNER, plain)
    margin_dates = Look(size=10.5, accent=GREEN, dates="margin", margin=22 * mm, gap=1.8)
    one_column("analyst.pdf", ANALYST, margin_dates, footer(ANALYST, pages=2))
    latex = Look(font=LATEX_FONT, size=10.5, accent=black, align=TA_JUSTIFY, header=TA_CENTER, margin=23 * mm)
    one_column("researcher.pdf", RESEARCHER, latex)
    office = Look(font="Times-Roman", size=12, accent=black, margin=25 * mm, rule=False, gap=1.6)
    one_column("stuffed.pdf", STUFFED, office, stuff)


if __name__ == "__main__":
    main()
