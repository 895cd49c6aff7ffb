"""The invented words: persons, firms, schools, towns, and plain sentences about work."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

FIRST = [
    "Mara",
    "Joren",
    "Tilda",
    "Anselm",
    "Priya",
    "Kofi",
    "Ines",
    "Ravi",
    "Leila",
    "Tomas",
    "Yuki",
    "Oskar",
    "Nadia",
    "Emeka",
    "Freya",
    "Dario",
    "Sunita",
    "Pavel",
    "Amina",
    "Hugo",
    "Greta",
    "Imran",
    "Celia",
    "Niko",
    "Wanjiru",
    "Bastian",
    "Rhea",
    "Mateo",
    "Signe",
    "Arjun",
    "Olwen",
    "Faisal",
    "Petra",
    "Jonas",
    "Meera",
    "Luca",
    "Edda",
    "Samir",
    "Vera",
    "Kwame",
]
LAST_A = [
    "Hal",
    "Bren",
    "Tor",
    "Vel",
    "Mar",
    "Kest",
    "Or",
    "Dun",
    "Fal",
    "Ash",
    "Quil",
    "Sor",
    "Wes",
    "Lin",
    "Thar",
    "Pel",
    "Ged",
    "Rav",
    "Nor",
    "Cal",
    "Im",
    "Ost",
    "Bel",
    "Ver",
]
LAST_B = [
    "brook",
    "wick",
    "mond",
    "dale",
    "vik",
    "sani",
    "stad",
    "low",
    "ner",
    "ling",
    "adze",
    "ova",
    "enti",
    "aro",
    "heim",
    "erly",
    "icek",
    "uma",
    "well",
    "mark",
]
FIRM_A = [
    "Velm",
    "Tarn",
    "Oskel",
    "Brix",
    "Nuv",
    "Corda",
    "Pell",
    "Zent",
    "Halv",
    "Orin",
    "Mirr",
    "Quant",
    "Ferro",
    "Lumi",
    "Stell",
    "Kova",
    "Drift",
    "Astr",
    "Bolt",
    "Greyl",
    "Sund",
    "Tessel",
    "Wren",
    "Caldr",
]
FIRM_B = ["ora", "wick", "ind", "ane", "eon", "is", "ex", "um", "ara", "ova", "iq", "en", "ard", "ium", "ax", "o"]
FIRM_TAIL = [
    "",
    "",
    " Ltd",
    " Inc.",
    " GmbH",
    " Group",
    " Labs",
    " Systems",
    " & Sons",
    " Solutions Pvt. Ltd.",
    " Holdings",
    " S.A.",
    " Partners",
    " Co.",
    " LLC",
]
TOWN_A = [
    "Bracken",
    "Lower",
    "Telm",
    "Ashen",
    "Wold",
    "Mern",
    "Harrow",
    "Stone",
    "Elder",
    "Pinner",
    "Grey",
    "Oster",
    "Kel",
    "Dray",
    "Fenn",
    "Sal",
    "Thorn",
    "Rill",
    "Marl",
]
TOWN_B = ["ford", "ton", "haven", "mouth", "bridge", "field", "by", "burg", "stead", "port", "dale", "minster", "combe"]
REGION = ["", "", ", OH", ", TX", ", CA", ", NY", ", UK", ", Germany", ", India", ", France", ", Canada", ", Remote"]
UNI = [
    "University of {t}",
    "{t} University",
    "{t} Institute of Technology",
    "{t} State University",
    "Technical University of {t}",
    "{t} College of Engineering",
    "{t} Business School",
]
SCHOOL = ["{t} High School", "St. {f} Secondary School, {t}", "{t} Public School", "{t} Grammar School"]
CLUBS = [
    "Chess Club",
    "Robotics Club",
    "Debating Society",
    "Hiking Club",
    "Film Society",
    "Coding Club",
    "Student Council",
    "Rowing Club",
    "Photography Circle",
]
CAUSES = [
    "{t} Food Bank",
    "{t} Animal Shelter",
    "Reading Hours {t}",
    "{t} Beach Clean-up",
    "Night Shelter {t}",
    "{t} Youth Football",
]
CLUB_ROLES = [
    "President",
    "Treasurer",
    "Secretary",
    "Captain",
    "Head of Events",
    "Member of the committee",
    "Coordinator",
]
HELP_ROLES = ["Volunteer", "Volunteer teacher", "Driver", "Team leader", "Mentor", "Fundraiser"]
CLUB_LINES = [
    "Organised six evenings a term and kept the books.",
    "Ran the yearly spring fair with a team of eight.",
    "Looked after forty members and the newsletter.",
    "Taught beginners every second Saturday.",
    "Raised 3,200 for new equipment.",
    "Led a group of twelve on weekend trips.",
]
CONTESTS = [
    "{t} Hackathon, second place",
    "{t} Case Challenge, finalist",
    "Regional Mathematics Olympiad, bronze medal",
    "{t} Design Sprint, winner",
    "Inter-college quiz, first prize",
]
PRIZES = [
    "Employee of the Year",
    "Dean's List",
    "Merit scholarship of the {t} Foundation",
    "Best Newcomer Award",
    "Quality Prize of {o}",
    "Best Paper Award, {t} Symposium",
]
LANGUAGES = ["English", "German", "Spanish", "French", "Hindi", "Portuguese", "Italian", "Arabic", "Polish", "Dutch"]
LANGUAGE_LEVELS = ["native", "fluent", "C1", "B2", "professional working proficiency", "basic", "conversational", "A2"]
INTERESTS = [
    "trail running",
    "bread baking",
    "chess",
    "watercolours",
    "choir singing",
    "bouldering",
    "old radios",
    "gardening",
    "sailing",
    "board games",
    "photography",
    "long-distance cycling",
    "crime novels",
]
SOFT = [
    "Teamwork",
    "Written communication",
    "Planning",
    "Problem solving",
    "Presenting",
    "Negotiation",
    "Time management",
    "Mentoring",
]
COMMON_LINES = [
    "Worked with {n} colleagues from sales, finance and operations.",
    "Wrote the monthly report and presented it to the management.",
    "Trained {n} new starters and two junior colleagues.",
    "Kept the costs of the team {p}% under budget in {y}.",
    "Answered to the regional director.",
    "Introduced a weekly review that is still in use.",
    "Wrote a handbook of {n}0 pages for the whole department.",
    "Shortened the average waiting time from {n} days to two.",
    "Took part in the audit of {y} without a single finding.",
    "Handled about {n}5 requests a day by phone and e-mail.",
    "Bought equipment and compared the offers of {n} suppliers.",
    "Helped to move the office in {y}.",
    "Stood in for the head of the team during holidays.",
    "Kept the wiki up to date.",
    "Spoke with customers in two languages.",
    "Showed visitors and new partners around.",
    "Agreed on goals with the team every quarter.",
    "Checked {n} offers a week and gave advice on them.",
    "Set up a shared calendar for {n} teams.",
    "Collected ideas from colleagues and carried out {n} of them.",
    "Wrote minutes and followed up on open points.",
    "Answered questions of auditors and of the works council.",
    "Worked shifts, also at weekends.",
    "Took over the on-call phone every {n}th week.",
]


@dataclass(frozen=True)
class Field:
    """One line of work: its ladder of titles, its tools, and what people in it say that they did."""

    name: str
    intern: str
    ladder: tuple[str, ...]
    tools: tuple[str, ...]
    lines: tuple[str, ...]
    subjects: tuple[str, ...]
    certificates: tuple[str, ...]
    projects: tuple[str, ...]
    courses: tuple[str, ...]


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|"))


FIELDS = [
    Field(
        "software",
        "Software Engineering Intern",
        _split(
            "Junior Software Developer|Software Engineer|Senior Software Engineer|Lead Software Engineer|Engineering Manager"
        ),
        _split("Java|Python|Spring Boot|PostgreSQL|Docker|Kubernetes|Git|React|TypeScript|Jenkins|Redis|AWS|Linux|Go"),
        _split(
            "Built the order service in {t} and moved {n} old modules to it.|Cut the response time of the search page by {p}% with {t}.|Wrote unit and integration tests for {n} services.|Moved the nightly batch from cron to {t} in {y}.|Reviewed code for a team of {n}.|Designed the REST interface that {n} partner firms use.|Replaced a billing system from 2009 without a day of downtime.|Set up monitoring and an on-call rota with {t}.|Fixed more than {n}0 bugs in the mobile client."
        ),
        _split("Computer Science|Software Engineering|Information Technology"),
        _split(
            "AWS Certified Developer – Associate|Oracle Certified Professional: Java SE|Certified Kubernetes Administrator|Professional Scrum Developer I"
        ),
        _split(
            "Parcel Tracker|Home Energy Monitor|Recipe Finder|Chess Clock App|Bus Timetable Bot|Shared Shopping List"
        ),
        _split("Operating Systems|Databases|Compilers|Computer Networks|Distributed Systems"),
    ),
    Field(
        "data",
        "Data Science Intern",
        _split("Data Analyst|Data Scientist|Senior Data Scientist|Lead Data Scientist|Head of Analytics"),
        _split(
            "Python|pandas|SQL|scikit-learn|TensorFlow|PyTorch|Tableau|Power BI|Spark|Airflow|R|Excel|MLflow|Snowflake"
        ),
        _split(
            "Trained a churn model with {t} that reached an AUC of 0.8{n}.|Built dashboards in {t} for {n} sales regions.|Cleaned {n} million rows of sensor data with {t}.|Forecast the weekly demand of {n}0 shops.|Set up data pipelines in {t} that run every hour.|Ran {n} A/B tests on the check-out page in {y}.|Presented the findings to people without a technical background.|Cut the time for the monthly report by {p}% with {t}.|Tuned a gradient boosting model for credit risk."
        ),
        _split("Data Science|Statistics|Applied Mathematics|Computer Science"),
        _split(
            "Google Data Analytics Professional Certificate|Microsoft Certified: Azure Data Scientist Associate|Deep Learning Specialization|Tableau Desktop Specialist"
        ),
        _split(
            "Bicycle Demand Forecast|Leaf Disease Classifier|News Topic Explorer|House Price Estimator|Song Recommender|Sign Language Reader"
        ),
        _split("Linear Algebra|Probability|Machine Learning|Time Series|Bayesian Statistics"),
    ),
    Field(
        "mechanical",
        "Mechanical Engineering Trainee",
        _split("Design Engineer|Mechanical Engineer|Senior Mechanical Engineer|Project Engineer|Engineering Team Lead"),
        _split("SolidWorks|AutoCAD|ANSYS|MATLAB|CATIA|Minitab|SAP|Excel|Creo"),
        _split(
            "Drew {n}0 parts of a gearbox housing in {t}.|Ran fatigue simulations in {t} and saved {p}% of the weight.|Commissioned {n} pump stations on site.|Looked after tolerances and drawings for suppliers.|Cut scrap on line {n} by {p}% within a year.|Planned the yearly shutdown of {y}.|Tested {n} prototypes on the shaker table.|Wrote the risk assessment for the new press."
        ),
        _split("Mechanical Engineering|Industrial Engineering|Mechatronics"),
        _split("Certified SolidWorks Professional|Six Sigma Green Belt|Welding Inspector Level 1"),
        _split("Solar Dryer for Fruit|Folding Cargo Trailer|Low-cost Wind Tunnel|Hydraulic Wood Splitter"),
        _split("Thermodynamics|Fluid Mechanics|Machine Elements|Control Theory"),
    ),
    Field(
        "finance",
        "Finance Intern",
        _split("Accounts Assistant|Accountant|Senior Accountant|Finance Manager|Head of Finance"),
        _split("SAP|Excel|QuickBooks|Power BI|DATEV|Xero|Oracle Financials|SQL"),
        _split(
            "Closed the books for {n} subsidiaries every month.|Prepared tax returns and payroll for {n}0 employees.|Moved the ledger to {t} in {y}.|Reduced open invoices by {p}% in one quarter.|Wrote the cash forecast for the board.|Checked travel expenses and supplier contracts.|Built budget templates in {t} for {n} departments.|Prepared the papers for the yearly audit."
        ),
        _split("Accounting|Finance|Business Administration|Economics"),
        _split("Chartered Financial Analyst Level I|Certified Management Accountant|Xero Advisor Certification"),
        _split("Budget Template for Clubs|Invoice Scanner|Household Ledger"),
        _split("Corporate Finance|Tax Law|Auditing|Econometrics"),
    ),
    Field(
        "marketing",
        "Marketing Intern",
        _split(
            "Marketing Assistant|Marketing Specialist|Marketing Manager|Senior Marketing Manager|Director of Marketing"
        ),
        _split("Google Analytics|HubSpot|Mailchimp|Photoshop|Canva|WordPress|Salesforce|Excel|InDesign"),
        _split(
            "Planned {n} campaigns a year with a budget of 40,000 each.|Raised newsletter openings by {p}% with {t}.|Wrote texts for the website and {n} brochures.|Organised the stand at {n} trade fairs in {y}.|Set up lead scoring in {t}.|Briefed agencies and photographers.|Built the new product pages in {t}.|Grew the number of followers from 3,000 to {n}2,000."
        ),
        _split("Marketing|Communication Studies|Media Management"),
        _split("Google Ads Search Certification|HubSpot Inbound Marketing Certification|Digital Marketing Certificate"),
        _split("Neighbourhood Magazine|Podcast on Old Trades|Poster Series for a Theatre"),
        _split("Consumer Behaviour|Market Research|Copywriting|Brand Management"),
    ),
    Field(
        "nursing",
        "Nursing Student Placement",
        _split("Nursing Assistant|Registered Nurse|Charge Nurse|Nurse Manager|Director of Nursing"),
        _split("Epic|Cerner|Excel|Triage|Wound care|Infusion pumps|Patient records"),
        _split(
            "Cared for up to {n} patients a shift on a surgical ward.|Kept records in {t} and checked medication.|Trained {n} students in wound care.|Led the night shift of a ward with {n}0 beds.|Introduced a handover sheet that cut errors by {p}%.|Talked with families and planned discharges.|Took part in the hygiene audit of {y}."
        ),
        _split("Nursing|Health Science|Public Health"),
        _split("Basic Life Support|Advanced Cardiac Life Support|Certified Wound Care Nurse"),
        _split("Handover Sheet for Night Shifts|Fall Prevention Leaflet"),
        _split("Anatomy|Pharmacology|Ethics in Care|Psychology"),
    ),
    Field(
        "teaching",
        "Trainee Teacher",
        _split("Teaching Assistant|Teacher of Mathematics|Senior Teacher|Head of Department|Deputy Principal"),
        _split("Moodle|GeoGebra|Google Classroom|Excel|Python|LaTeX|Canvas"),
        _split(
            "Taught {n} classes of grades 7 to 12.|Moved homework to {t} in {y}.|Wrote a new syllabus for grade {n}.|Ran the parents' evening and the school newspaper.|Coached {n} pupils for the science fair.|Raised the average exam mark by {p}% in two years.|Mentored {n} colleagues in their first year."
        ),
        _split("Mathematics|Education|Physics"),
        _split("Qualified Teacher Status|First Aid Certificate|Google Certified Educator Level 1"),
        _split("Geometry Puzzle Book|School Weather Station|Fraction Card Game"),
        _split("Didactics|Algebra|Developmental Psychology|Statistics"),
    ),
    Field(
        "logistics",
        "Logistics Intern",
        _split("Warehouse Clerk|Logistics Coordinator|Supply Chain Analyst|Logistics Manager|Head of Operations"),
        _split("SAP|Excel|Power BI|Oracle WMS|Tableau|SQL|Route planning"),
        _split(
            "Planned {n}0 tours a day for {n} depots.|Cut empty mileage by {p}% with {t}.|Led a shift of {n} people in goods-in.|Counted stock twice a year and cleared differences.|Moved the warehouse to {t} in {y}.|Negotiated freight rates with {n} carriers.|Wrote work instructions for the packing line."
        ),
        _split("Logistics|Supply Chain Management|Business Administration"),
        _split("APICS Certified in Planning and Inventory Management|Forklift Licence|Lean Yellow Belt"),
        _split("Pallet Counter|Route Map for a Food Bank"),
        _split("Operations Research|Transport Law|Inventory Theory|Statistics"),
    ),
    Field(
        "biology",
        "Laboratory Intern",
        _split("Research Assistant|Research Associate|Scientist|Senior Scientist|Laboratory Manager"),
        _split("PCR|ELISA|R|GraphPad Prism|Python|HPLC|Flow cytometry|ImageJ|Excel"),
        _split(
            "Ran {n}0 assays a week and kept the lab book.|Analysed sequencing data with {t}.|Set up the method for {t} in {y}.|Supervised {n} bachelor students.|Cut the cost of reagents by {p}%.|Validated {n} methods under GLP.|Prepared samples from {n} field sites.|Wrote the statistics part of {n} papers."
        ),
        _split("Molecular Biology|Biochemistry|Biotechnology"),
        _split("Good Laboratory Practice Certificate|Laboratory Animal Science Category B|Biosafety Level 2 Training"),
        _split("Yeast Growth Tracker|Pond Water Survey|Pollen Atlas"),
        _split("Genetics|Cell Biology|Biostatistics|Organic Chemistry"),
    ),
    Field(
        "design",
        "UX Design Intern",
        _split("Graphic Designer|UX Designer|Senior UX Designer|Design Lead|Head of Design"),
        _split("Figma|Illustrator|Photoshop|Sketch|InDesign|HTML|CSS|Miro|After Effects"),
        _split(
            "Designed {n} screens for a banking app in {t}.|Interviewed {n}0 users and wrote up what they said.|Built the design system in {t} with {n}0 components.|Raised the share of completed forms by {p}%.|Drew icons and packaging for {n} brands.|Ran workshops with product and engineering in {y}.|Tested prototypes with people who use screen readers."
        ),
        _split("Graphic Design|Interaction Design|Visual Communication"),
        _split("Google UX Design Certificate|Certified Usability Analyst"),
        _split("Museum Guide App|Type Specimen Book|Transit Map Redesign|Seed Packet Series"),
        _split("Typography|Human Factors|Illustration|Design History"),
    ),
]


class Words:
    """Invents names; each name is given only once per document."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.used: set[str] = set()

    def fresh(self, make: object) -> str:
        """Call `make` until it gives a name that this document has not had."""
        assert callable(make)
        for _ in range(200):
            name = str(make())
            if name not in self.used:
                break
        self.used.add(name)
        return name

    def person(self) -> tuple[str, str]:
        """First and last name."""
        return self.rng.choice(FIRST), self.rng.choice(LAST_A) + self.rng.choice(LAST_B)

    def town(self) -> str:
        """A town without its region."""
        return self.fresh(lambda: self.rng.choice(TOWN_A) + self.rng.choice(TOWN_B))

    def firm(self) -> str:
        """A firm, often with its legal form."""
        return self.fresh(lambda: self.rng.choice(FIRM_A) + self.rng.choice(FIRM_B) + self.rng.choice(FIRM_TAIL))

    def university(self) -> str:
        """A place of higher education."""
        return self.fresh(lambda: self.rng.choice(UNI).format(t=self.town()))

    def school(self) -> str:
        """A secondary school."""
        return self.rng.choice(SCHOOL).format(t=self.town(), f=self.rng.choice(FIRST))

    def line(self, field: Field, used: set[str], year: int) -> str:
        """One sentence about work, not used before in this document."""
        pool = field.lines + tuple(COMMON_LINES) if self.rng.random() < 0.35 else field.lines
        left = (
            [x for x in pool if x not in used]
            or [x for x in field.lines + tuple(COMMON_LINES) if x not in used]
            or list(COMMON_LINES)
        )
        pattern = self.rng.choice(left)
        used.add(pattern)
        return pattern.format(
            t=self.rng.choice(field.tools),
            n=self.rng.randint(3, 9),
            p=self.rng.choice([8, 12, 15, 20, 25, 30, 40]),
            y=year,
        )
