"""Contradictions in words: for each kind, sentences with blanks for figures, places, days and speakers.

A template is ``"domain form: words"``. The domain is what is counted, so that one report never gets two templates
about one thing; the form says how ``bench.injecting`` draws its figures; a line break parts what goes to different
paragraphs; ``TITLE`` opens what becomes the headline. The words of a kind alternate: the checks were made on the
first, third and fifth, and the others were left out while they were made.

Blanks: {a} {b} {c} {d} figures, {p} a percentage, {n} days, {place}, {who} and {Who} the speaker, {d1} and {d2} days
before the report, {m1} {m2} {m3} months of the year before, {year} that year.
"""

from typing import Literal, NamedTuple

Half = Literal["developed", "held_out"]

WORDS: dict[str, tuple[str, ...]] = {
    "falling_total": (
        "killed rise: As of {d1}, {a} people had been killed by landmines in {place} since the start of the year, "
        "{who} said.\nAs of {d2}, {b} people had been killed by landmines in {place} since the start of the year, "
        "{who} said.",
        "injured rise: A total of {a} people had been injured in {place} by {d1}, according to {who}.\n"
        "By {d2}, a total of {b} people had been injured in {place}, according to {who}.",
        "drowned rise: The death toll from drowning in {place} stood at {a} on {d1}, {who} said.\n"
        "The death toll from drowning in {place} stood at {b} on {d2}, {who} said.",
        "houses rise: {Who} had counted {a} destroyed houses in {place} as of {d1}.\n"
        "As of {d2}, {who} had counted {b} destroyed houses in {place}.",
        "cases rise: By {d1}, {a} cholera cases had been reported in {place} since the start of the outbreak, "
        "{who} said.\nBy {d2}, {b} cholera cases had been reported in {place} since the start of the outbreak, "
        "{who} said.",
        "arrests rise: Up to {d1}, police had arrested {a} protesters in {place} in total, {who} said.\n"
        "By {d2}, police had arrested {b} protesters in {place} in total, {who} said.",
    ),
    "part_over_whole": (
        "displaced part: Of the {a} people displaced from {place} that week, {b} were children, {who} said.",
        "injured part: {Who} counted {a} people injured in {place}, including {b} women.",
        "houses part: In {place}, {b} of the {a} damaged houses were beyond repair, {who} said.",
        "cases part: There were {a} measles patients in {place}, of whom {b} were under five, {who} said.",
        "killed part: At the mine near {place}, {a} workers were killed, {b} of them migrants, {who} said.",
        "arrests part: Police in {place} detained {a} demonstrators, {b} of whom were later charged, {who} said.",
        "livestock part: Among the {a} cattle lost in {place}, {b} were dairy cows, {who} said.",
        "schools part: {Who} said {a} schools were closed in {place}, among them {b} primary schools.",
    ),
    "parts_miss_whole": (
        "injured three: The {a} people injured in {place} were {b} men, {c} women and {d} children, {who} said.",
        "killed three: The mine accident near {place} killed {a} people: {b} men, {c} women and {d} children, "
        "{who} said.",
        "displaced three: {Who} registered {a} displaced people in {place}, made up of {b} men, {c} women and {d} "
        "children.",
        "houses two: In {place}, {a} houses were hit by the storm: {b} destroyed and {c} damaged, {who} said.",
        "arrests two: In all {a} people were arrested in {place}, comprising {b} men and {c} women, {who} said.",
        "cases two: The {a} cholera patients in {place} comprised {b} adults and {c} children, {who} said.",
    ),
    "share_and_counts": (
        "houses share: {Who} said {b} of the {a} houses in {place}, or {p} percent, had been damaged.",
        "cases share: In {place}, {b} of {a} cholera patients ({p} percent) had recovered, {who} said.",
        "injured share: Of the {a} people injured in {place}, {b}, or {p} percent, were women, {who} said.",
        "displaced share: {b} out of {a} displaced families in {place}, {p}%, had received tents, {who} said.",
        "schools share: Some {b} schools in {place}, or {p} percent of the {a} schools, were closed, {who} said.",
        "livestock share: Farmers in {place} lost {b} of their {a} cattle, or {p}%, {who} said.",
        "arrests share: {Who} said that {b} of the {a} detainees in {place} were freed, that is {p} percent.",
        "money share: In {place}, {p} percent of the {a} traders surveyed, or {b}, had closed their shops, {who} said.",
    ),
    "change_and_levels": (
        "cases percent: Measles cases in {place} rose by {p} percent, from {a} in {m1} to {b} in {m2}, {who} said.",
        "schools levels: The number of closed schools in {place} rose by {c} to {b} from {a} a month earlier, "
        "{who} said.",
        "displaced double: The number of displaced people in {place} doubled from {a} to {b} within a month, {who} "
        "said.",
        "arrests percent: Arrests in {place} were up {p}% from {a} to {b} over the year, {who} said.",
        "livestock fell: Cattle in {place} fell from {a} to {b} during the drought, {who} said.",
        "injured triple: Road injuries in {place} tripled to {b} in {m2} from {a} in {m1}, {who} said.",
        "money levels: Food aid to {place} increased by {c} tonnes to {b} tonnes from {a} tonnes, {who} said.",
        "houses levels: Vacant houses in {place} increased from {a} to {b}, an increase of {c}, {who} said.",
        "killed percentfall: Traffic deaths in {place} fell {p} percent to {b} from {a} the year before, {who} said.",
        "kidnapped halve: Kidnappings in {place} halved from {a} to {b} in a year, {who} said.",
    ),
    "rate_and_total": (
        "arrivals rate: In the {n} days from {d1} to {e1}, {a} people arrived in {place}, an average of {b} a day, "
        "{who} said.",
        "cases rate: From {d1} to {e1}, {a} cholera cases were reported in {place}, or {b} a day, {who} said.",
        "killed rate: Snakebites killed {a} people in {place} over {n} days, an average of {b} a day, {who} said.",
        "arrests rate: Police arrested {a} smugglers in {place} in {n} days, about {b} per day, {who} said.",
        "displaced rate: Between {d1} and {e1}, {a} people fled {place}, an average of {b} per day, {who} said.",
        "livestock rate: Over {n} days, {a} goats died in {place}, which is {b} every day, {who} said.",
    ),
    "record": (
        "arrivals record: A record {b} migrants arrived in {place} in {m2}, {who} said.\n"
        "In {m1}, {a} migrants arrived in {place}, {who} said.",
        "killed record: In {m2}, a record {b} people were killed on the roads of {place}, {who} said.\n"
        "{a} people were killed on the roads of {place} in {m1}, {who} said.",
        "cases record: In {m2}, {b} cholera cases were reported in {place}, the highest number on record, {who} "
        "said.\nIn {m1}, {a} cholera cases were reported in {place}.",
        "arrests record: Police arrested {b} smugglers in {place} in {m2}, an all-time high, {who} said.\n"
        "In {m1} police arrested {a} smugglers in {place}, {who} said.",
        "displaced record: {b} people were displaced in {place} in {m2}, more than ever before, {who} said.\n"
        "In {m1}, {a} people were displaced in {place}.",
        "injured record: With {b} people injured in {place}, {m2} set a new record, {who} said.\n"
        "There were {a} people injured in {place} in {m1}, {who} said.",
    ),
    "headline_and_body": (
        "cases same: TITLE{a} cholera cases reported in {place}\n"
        "According to {who}, {b} cholera cases were reported in {place}.",
        "houses same: TITLEStorm destroys {a} houses in {place}\n"
        "The storm destroyed {b} houses in {place}, {who} said.",
        "displaced same: TITLEFloods displace {a} people in {place}\n"
        "Floods displaced {b} people in {place}, {who} said.",
        "arrests same: TITLEPolice arrest {a} protesters in {place}\n"
        "{Who} said that {b} protesters were arrested in {place}.",
        "livestock same: TITLEDrought kills {a} cattle in {place}\n"
        "In {place}, {b} cattle were killed by the drought, {who} said.",
        "schools same: TITLE{a} schools closed in {place}\nIn {place}, {b} schools were closed, {who} said.",
    ),
    "unit_slip": (
        "money slip: {Who} spent ${a} on water for {place}.\n{Who} spent ${b} on water for {place}.",
        "displaced slip: {a} people were evacuated from {place}, {who} said.\n"
        "In all, {b} people were evacuated from {place}, {who} said.",
        "cases slip: {Who} reported {a} cases of malaria in {place}.\n{Who} reported {b} cases of malaria in {place}.",
        "livestock slip: {Who} said {a} sheep were vaccinated in {place}.\n"
        "{b} sheep were vaccinated in {place}, {who} said.",
        "houses slip: In {place}, {a} houses were destroyed, {who} said.\n"
        "The storm destroyed {b} houses in {place}, {who} said.",
        "trees slip: {Who} planted {a} trees in {place}.\nIn {place}, {who} planted {b} trees.",
    ),
    "dates": (
        "displaced order: From {d1} to {d2}, {a} people were displaced in {place}, {who} said.",
        "cases order: Between {d1} and {d2}, {a} cholera cases were reported in {place}, {who} said.",
        "houses spell: The storm began on {d1} and ended on {d2}, destroying {a} houses in {place}, {who} said.",
        "killed order: {a} people were killed by lightning in {place} from {d1} to {d2}, {who} said.",
        "livestock past: On {D1}, {a} cattle were killed by the drought in {place}, {who} said.",
        "injured past: {a} people were injured in {place} on {D1}, {who} said.",
        "schools past: In {place}, {a} schools were closed on {D1}, {who} said.",
        "arrests spell: The protests started on {d1} and finished on {d2}, with {a} arrests in {place}, {who} said.",
    ),
    "same_source": (
        "sheltering same: As of {d1}, {a} people were sheltering in schools in {place}, {who} said.\n"
        "As of {d1}, {b} people were sheltering in schools in {place}, {who} said.",
        "killed same: As of {d1}, the measles death toll in {place} stood at {a}, according to {who}.\n"
        "The measles death toll in {place} stood at {b} as of {d1}, according to {who}.",
        "cases same: On {d1}, {who} said that {a} people in {place} had been infected with cholera since {m1}.\n"
        "On {d1}, {who} said that {b} people in {place} had been infected with cholera since {m1}.",
        "patients same: {Who} said {a} patients were in hospital in {place} on {d1}.\n"
        "On {d1}, {b} patients were in hospital in {place}, {who} said.",
        "houses same: As of {d1}, {a} houses were still without power in {place}, {who} said.\n"
        "{Who} said {b} houses were still without power in {place} as of {d1}.",
        "detained same: {Who} said that {a} people were detained in {place} as of {d1}.\n"
        "As of {d1}, {b} people were detained in {place}, {who} said.",
    ),
    "sum_over_time": (
        "displaced months: In {m1}, {b} people were displaced in {place}, and in {m2}, {c} people were displaced "
        "there, {who} said.\nIn the whole of {year}, {a} people were displaced in {place}, {who} said.",
        "killed months: In {m1}, {b} people were killed on the roads of {place}, {who} said. In {m2}, {c} people "
        "were killed on the roads of {place}.\nIn {year} as a whole, {a} people were killed on the roads of "
        "{place}, {who} said.",
        "cases months: {Who} reported {b} cholera cases in {place} in {m1} and {c} cholera cases in {place} in "
        "{m2}.\nIn all of {year}, {who} reported {a} cholera cases in {place}.",
        "houses months: Storms destroyed {b} houses in {place} in {m1}.\n"
        "In {m2}, storms destroyed {c} houses in {place}.\n"
        "A total of {a} houses were destroyed in {place} in {year}, {who} said.",
        "arrivals months: {b} migrants arrived in {place} in {m1}, {who} said.\n"
        "{c} migrants arrived in {place} in {m2}.\nIn {year}, {a} migrants arrived in {place}, {who} said.",
        "arrests months: Police arrested {b} smugglers in {place} in {m1} and {c} smugglers in {m2}, {who} said.\n"
        "In {year}, police arrested {a} smugglers in {place}, {who} said.",
    ),
}  # fmt: skip
"""The words by kind, in the order of printing."""

EXPECTED: dict[str, frozenset[str]] = {
    "falling_total": frozenset({"falling_total", "flow_and_total"}),
    "part_over_whole": frozenset({"parts_and_whole"}),
    "parts_miss_whole": frozenset({"parts_and_whole"}),
    "share_and_counts": frozenset({"share_and_counts"}),
    "change_and_levels": frozenset({"change_and_levels"}),
    "rate_and_total": frozenset({"rate_and_total", "flow_and_rate"}),
    "record": frozenset({"record"}),
    "headline_and_body": frozenset({"headline_and_body"}),
    "unit_slip": frozenset({"unit_slip"}),
    "dates": frozenset({"dates"}),
    "same_source": frozenset({"two_values"}),
    "sum_over_time": frozenset({"flow_and_total"}),
}
"""What a finding may be called to count as found."""


class Template(NamedTuple):
    """One wording.

    Attributes:
        kind: The kind of contradiction.
        half: Whether the checks were made on it.
        domain: What is counted.
        form: How its figures are drawn.
        paragraphs: The words for each paragraph that gets some; the headline's open with ``TITLE``.
    """

    kind: str
    half: Half
    domain: str
    form: str
    paragraphs: tuple[str, ...]


def parse_templates() -> dict[str, tuple[Template, ...]]:
    """The templates by kind, in the order written."""
    return {kind: tuple(_parse(kind, place, words) for place, words in enumerate(WORDS[kind])) for kind in WORDS}


def _parse(kind: str, place: int, words: str) -> Template:
    head, text = words.split(": ", 1)
    domain, form = head.split()
    return Template(kind, "held_out" if place % 2 else "developed", domain, form, tuple(text.split("\n")))
