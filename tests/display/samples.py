"""A report and its reading, built by hand: four figures, two vague ones, chains, hedges, relations, a finding."""

from sayso.model import (
    Assumption,
    Attribution,
    Chain,
    CheckReport,
    Counted,
    Cue,
    Document,
    Event,
    Figure,
    Finding,
    Hedge,
    Hop,
    Interval,
    NotChecked,
    Place,
    Quantity,
    Reading,
    Repair,
    Side,
    Statement,
    digest,
    make_document,
    make_passage,
    make_relation,
    make_statement,
)

TEXT = """Harbour Gazette

Kyiv's army is losing soldiers faster than it can train them

28 November 2025

Desertion in the Ukrainian army has become too large to hide. The German daily Die Welt reports that \
21,600 soldiers walked away in October alone, a record.

For the year so far the paper puts the deserters at an estimated 180,000. Both numbers are probably too low, since \
commanders have every reason to keep quiet.

Whole battalions are said to be down to a third of their strength.

In Moscow, Maria Zakharova pointed to files of the Ukrainian Prosecutor General's Office. She said that \
15,000 to 18,000 men run away every month; if that is right, over 230,000 criminal cases must have \
been opened since February 2022.

A conscript in Poltava told the Gazette that “some” of his company had not come back from leave.
"""
STAGE = "sayso.reading.en.v1"


class Builder:
    """Makes statements of one text by the words that stand in it."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def at(self, words: str, *, after: str = "") -> tuple[int, int]:
        """Start and end of the words, the first after some others."""
        text = self.document.text
        start = text.index(words, text.index(after) if after else 0)
        return start, start + len(words)

    def where(self, words: str) -> dict[str, object]:
        """start, end and exact of the words."""
        start, end = self.at(words)
        return {"start": start, "end": end, "exact": words}

    def hop(self, agent: str | None, role: str, words: str = "", cue: str = "", **known: object) -> Hop:
        """A hop; with the words that name it and the words that tie the figure to it."""
        fields: dict[str, object] = {"link": "stated", **known}
        if words:
            fields |= self.where(words)
        if cue:
            fields["cue"] = Cue(**self.where(cue))  # type: ignore[arg-type]
        return Hop(agent=agent, role=role, **fields)  # type: ignore[arg-type]

    def statement(self, words: str, chains: tuple[Chain, ...], **known: object) -> Statement:
        """A statement about the figure that the words are."""
        start, end = self.at(words)
        text = self.document.text
        opened = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1) + 1
        closed = min(place for place in (text.find(". ", end), text.find("\n", end)) if place >= 0)
        fields: dict[str, object] = {
            "counted": None, "event": None, "measure": None, "aspect": "flow", "per": None, "interval": None,
            "place": None, "confidence": 0.9, "rules": {"aspect": "event noun"}, **known,
        }  # fmt: skip
        modality = fields.pop("modality", "asserted")
        hedges = fields.pop("hedges", ())
        figure = Figure(
            span=self.document.span(start, end),
            passage=make_passage(text, opened, closed),
            **fields,  # type: ignore[arg-type]
        )
        attribution = Attribution(chains=chains)
        return make_statement(
            self.document, figure, modality=modality, hedges=hedges, attribution=attribution, stage=STAGE  # type: ignore[arg-type]
        )  # fmt: skip


def quantity(written: str, bound: str, *numbers: float | None, **known: object) -> Quantity:
    """A quantity of persons; numbers are low, best and high."""
    low, best, high = numbers
    fields: dict[str, object] = {"granularity": 1000, "unit": "person", **known}
    return Quantity(as_written=written, bound=bound, low=low, best=best, high=high, **fields)  # type: ignore[arg-type]


def make_reading(text: str = TEXT) -> Reading:
    """The reading of the report above."""
    build = Builder(
        make_document(
            text,
            title="Kyiv's army is losing soldiers faster than it can train them",
            publisher="Harbour Gazette",
            date="2025-11-28",
            body_start=text.index("Desertion in"),
            url="https://gazette.example/2025/11/28/deserters",
        )
    )
    outlet = build.hop("Harbour Gazette", "publisher")
    welt = build.hop("Die Welt", "reporter", "Die Welt", "reports that", mode="indirect", type="outlet")
    paper = build.hop("Die Welt", "reporter", "the paper", "puts", link="inherited", type="outlet")
    zakharova = build.hop("Maria Zakharova", "speaker", "She", "said that", mode="indirect", type="person")
    files = build.hop("Ukrainian Prosecutor General's Office", "data producer", mode="cited", link="inherited")
    said = build.hop("people close to the units", "speaker", "are said to", link="inferred", type="unnamed")
    conscript = build.hop("a conscript in Poltava", "speaker", "A conscript in Poltava", "told", type="unnamed")
    unseen = "files of the Prosecutor General's Office, not seen"
    place = Place(**build.where("Ukrainian"), name="Ukraine", country="UKR", precision="country")  # type: ignore[arg-type]
    soldiers = Counted(**build.where("soldiers walked"), lemma="soldier")  # type: ignore[arg-type]
    soldiers = Counted(start=soldiers.start, end=soldiers.start + 8, exact="soldiers", lemma="soldier")
    statements = (
        build.statement(
            "21,600",
            (Chain(rank="preferred", upstream="not stated", hops=(outlet, welt)),),
            quantity=quantity("21,600", "exact", 21600, 21600, 21600, granularity=100),
            counted=soldiers,
            event=Event(**build.where("walked away"), lemma="walk"),  # type: ignore[arg-type]
            measure="desertion",
            place=place,
            interval=Interval(
                as_written="in October alone",
                start="2025-10-01",
                end="2025-11-01",
                edtf="2025-10",
                kind="interval",
                start_precision="month",
                end_precision="month",
                anchor="publication date 2025-11-28",
            ),
        ),
        build.statement(
            "180,000",
            (
                Chain(rank="preferred", upstream="not stated", hops=(outlet, paper)),
                Chain(rank="normal", upstream="none", hops=(outlet,)),
            ),
            quantity=quantity("an estimated 180,000", "about", 175000, 180000, 185000, granularity=10000),
            counted=Counted(**build.where("deserters"), lemma="deserter"),  # type: ignore[arg-type]
            measure="desertion",
            aspect="cumulative",
            modality="estimated",
            hedges=(Hedge(kind="estimate", **build.where("an estimated"), by="Die Welt"),),  # type: ignore[arg-type]
            interval=Interval(
                as_written="For the year so far",
                start="2025-01-01",
                end="2025-11-28",
                edtf="2025-01-01/2025-11~",
                kind="since",
                start_precision="day",
                end_precision="day",
            ),
        ),
        build.statement(
            "Whole battalions",
            (Chain(rank="preferred", upstream="not stated", hops=(outlet, said)),),
            quantity=quantity("Whole battalions", "vague", 2, None, None, unit="battalion", granularity=None),
            aspect="stock",
            hedges=(Hedge(kind="evidential", **build.where("are said to"), by="Harbour Gazette"),),  # type: ignore[arg-type]
        ),
        build.statement(
            "15,000 to 18,000",
            (Chain(rank="preferred", upstream=unseen, hops=(outlet, zakharova, files)),),
            quantity=quantity("15,000 to 18,000", "range", 15000, 16500, 18000),
            counted=Counted(**build.where("men"), lemma="man"),  # type: ignore[arg-type]
            measure="desertion",
            aspect="rate",
            per="P1M",
            hedges=(Hedge(kind="conditional", **build.where("if that is right"), by="Harbour Gazette"),),  # type: ignore[arg-type]
            interval=Interval(as_written="every month", start=None, end=None, edtf="../2025-11~", kind="habitual"),
        ),
        build.statement(
            "230,000",
            (
                Chain(rank="preferred", upstream=unseen, hops=(outlet, zakharova, files)),
                Chain(rank="normal", upstream="none", hops=(outlet,)),
            ),
            quantity=quantity(
                "over 230,000", "more_than", 230000, None, None, conveyed_high=240000, unit="criminal case"
            ),
            counted=Counted(**build.where("criminal cases"), lemma="criminal case"),  # type: ignore[arg-type]
            measure="awol-case",
            aspect="cumulative",
            modality="conditional",
            hedges=(Hedge(kind="conditional", **build.where("if that is right, over 230,000"), by=None),),  # type: ignore[arg-type]
            interval=Interval(
                as_written="since February 2022",
                start="2022-02-01",
                end=None,
                edtf="2022-02/2025-11~",
                kind="since",
                start_precision="month",
            ),
        ),
        build.statement(
            "some",
            (Chain(rank="preferred", upstream="none", hops=(outlet, conscript)),),
            quantity=quantity("some", "vague", None, None, None, granularity=None),
            aspect="stock",
        ),
    )
    doubt = build.document.span(*build.at("Both numbers are probably too low"))
    relations = (
        make_relation(
            build.document.id, "doubts", targets=(statements[0].id, statements[1].id), by="Harbour Gazette",
            direction="understated", cue=doubt, stage="sayso.attribution.en.v2",
        ),
        make_relation(
            build.document.id,
            "implies",
            source=statements[3].id,
            targets=(statements[4].id,),
            by="Maria Zakharova",
        ),
    )  # fmt: skip
    return Reading(document=build.document, statements=statements, relations=relations)


def make_report(reading: Reading) -> CheckReport:
    """A check of the reading: one finding, three checks that did not run."""
    first, _, vague, rate, cases, _ = reading.statements
    finding = Finding(
        id=digest("finding", [first.id, rate.id]),
        kind="flow_and_rate",
        statements=(first.id, rate.id),
        assumptions=(
            Assumption(
                key="each_period", words="“every month” holds for each single month of 2025.", statement=rate.id
            ),
        ),
        sentence="21,600 soldiers in October 2025 and 15,000 to 18,000 a month cannot both hold.",
        sides=(
            Side(statements=(first.id,), low=21600, high=21600, words="1 month: 21,600"),
            Side(statements=(rate.id,), low=15000, high=18000, words="1 month at 15,000 to 18,000: 15,000 to 18,000"),
        ),
        factor=1.2,
        repairs=(
            Repair(drop=first.id, words="The October figure is too high."),
            Repair(drop=rate.id, words="The monthly range is too low."),
            Repair(drop="each_period", words="“every month” is an average, which single months may exceed."),
        ),
        stage="sayso.checking.v1",
    )
    reason = "One of the figures names no number."
    return CheckReport(
        findings=(finding,),
        not_checked=(
            NotChecked(kind="flow_and_total", statements=(vague.id,), reason=reason),
            NotChecked(kind="flow_and_total", statements=(first.id,), reason=reason),
            NotChecked(kind="rate_and_total", statements=(rate.id, cases.id), reason="Cases and soldiers are not one."),
        ),
        checked=5,
    )
