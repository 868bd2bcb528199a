"""Contradictions in words: for each kind, sentences with blanks for figures, places, days and speakers.

A template is ``"domain form: words"``. The domain is what is counted, so that one report never gets two templates
about one thing; the form says how ``bench.injecting`` draws its figures; a line break parts what goes to different
paragraphs; ``TITLE`` opens what becomes the headline. The checks were made with the developed words in sight; the
held-out words were written afterwards, by someone who had not seen the checks and did not try which are found. Held-out
words that have been looked at since count as developed, and new ones take their place.

Blanks: {a} {b} {c} {d} figures, {p} a percentage, {n} days, {place}, {who} and {Who} the speaker, {d1} and {d2} days
before the report, {m1} {m2} {m3} months of the year before, {year} that year.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Half = Literal["developed", "held_out"]

DEVELOPED: Mapping[str, tuple[str, ...]] = {
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
        "bodies rise: By {d1}, investigators had recovered {a} bodies from mass graves in {place}, {who} said.\n"
        "The number of bodies recovered from mass graves in {place} had reached {b} by {d2}, {who} said.",
        "jobs rise: Layoffs at the textile mills of {place} totalled {a} by {d1}, according to {who}.\n"
        "By {d2}, {b} workers had been laid off at the textile mills of {place}, according to {who}.",
        "vaccinated rise: On {d1}, {who} said {a} children in {place} had been vaccinated against polio since the "
        "campaign opened.\nSince the campaign opened, {b} children in {place} have been vaccinated against polio, "
        "{who} said on {d2}.",
        "fires rise: Firefighters in {place} had put out {a} forest fires since the dry season began, {who} said on "
        "{d1}.\nThe tally of forest fires put out in {place} since the dry season began was {b} on {d2}, {who} said.",
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
        "prisoners part: {Who} said {a} prisoners had escaped from the jail in {place} and {b} of the escapees had "
        "been recaptured.",
        "pupils part: No fewer than {b} of the {a} pupils tested in {place} could not read a simple sentence, {who} "
        "said.",
        "boats part: The gale wrecked {a} fishing boats in {place}; {b} of them were uninsured, {who} said.",
        "jobs part: The mine in {place} laid off {a} workers, with women accounting for {b} of the layoffs, {who} "
        "said.",
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
        "votes three: Of the {a} ballots cast in {place}, {b} went to the mayor, {c} to the challenger and the "
        "remaining {d} were blank, {who} said.",
        "refugees three: {b} Syrians, {c} Afghans and {d} Iraqis make up the {a} asylum seekers housed in {place}, "
        "{who} said.",
        "vehicles two: A total of {a} vehicles — {b} cars and {c} trucks — were stranded by snow "
        "in {place}, {who} said.",
        "jobs two: {Who} said {a} jobs had been lost in {place}, {b} of them in factories and the other {c} in shops.",
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
        "wells share: Tests found arsenic in {b} wells in {place}, {p} percent of the {a} that were sampled, {who} "
        "said.",
        "votes share: Turnout in {place} was {p} percent, with {b} of the {a} registered voters casting a ballot, "
        "{who} said.",
        "boats quarter: About a quarter of the {a} fishing boats in {place}, {b} in all, were wrecked by the gale, "
        "{who} said.",
        "jobs share: The steelworks in {place} is shedding {b} of its {a} jobs, {p}% of the workforce, according to "
        "{who}.",
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
        "pupils levels: Enrolment in {place} climbed to {b} pupils, {c} more than the {a} enrolled a year earlier, "
        "{who} said.",
        "fires quadruple: Four times as many forest fires broke out in {place} in {m2} as in {m1}: {b} against {a}, "
        "{who} said.",
        "attacks percent: Attacks on aid workers in {place}, which numbered {a} in {m1}, surged {p} percent to {b} in "
        "{m2}, {who} said.",
        "jobs percentfall: The workforce of the steelworks in {place} shrank from {a} to {b} in a year, a drop of "
        "{p}%, {who} said.",
    ),
    "rate_and_total": (
        "arrivals rate: In the {n} days from {d1} to {e1}, {a} people arrived in {place}, an average of {b} a day, "
        "{who} said.",
        "cases rate: From {d1} to {e1}, {a} cholera cases were reported in {place}, or {b} a day, {who} said.",
        "killed rate: Snakebites killed {a} people in {place} over {n} days, an average of {b} a day, {who} said.",
        "arrests rate: Police arrested {a} smugglers in {place} in {n} days, about {b} per day, {who} said.",
        "displaced rate: Between {d1} and {e1}, {a} people fled {place}, an average of {b} per day, {who} said.",
        "livestock rate: Over {n} days, {a} goats died in {place}, which is {b} every day, {who} said.",
        "births rate: Hospitals in {place} delivered {a} babies in {n} days, averaging {b} a day, {who} said.",
        "attacks rate: Militants carried out {a} attacks around {place} in the space of {n} days, striking {b} times "
        "a day on average, {who} said.",
        "flights rate: On average, {b} flights a day were cancelled in {place} from {d1} to {e1}, or {a} flights "
        "altogether, {who} said.",
        "calls rate: Emergency services in {place} answered {a} calls between {d1} and {e1}, a daily average of {b}, "
        "{who} said.",
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
        "fires record: More forest fires broke out in {place} in {m2} than in any month before: {b}, {who} said.\n"
        "In {m1}, {a} forest fires broke out in {place}, {who} said.",
        "births low: Only {b} births were registered in {place} in {m2}, the lowest monthly figure ever, {who} said.\n"
        "The number of births registered in {place} in {m1} was {a}, {who} said.",
        "tourists record: Never had so many tourists visited {place} in a single month as in {m2}, when {b} came, "
        "{who} said.\nIn {m1}, {place} was visited by {a} tourists, {who} said.",
        "attacks record: The {b} attacks on aid workers in {place} in {m2} broke all previous monthly records, "
        "according to {who}.\nAid workers in {place} were attacked {a} times in {m1}, according to {who}.",
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
        "boats same: TITLEGale wrecks {a} fishing boats in {place}\n"
        "In {place}, {b} fishing boats were wrecked by the gale, {who} said.",
        "jobs same: TITLESteelworks in {place} to cut {a} jobs\n"
        "{Who} said the steelworks in {place} would cut {b} jobs.",
        "rescued same: TITLE{a} miners rescued in {place}\nRescuers saved {b} miners in {place}, {who} said.",
        "vaccinated same: TITLEPolio drive reaches {a} children in {place}\n"
        "The polio drive in {place} reached a total of {b} children, according to {who}.",
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
        "masks slip: {Who} donated {a} masks to hospitals in {place}.\n"
        "Hospitals in {place} were given {b} masks by {who}.",
        "harvest slip: {Who} put the value of the harvest lost in {place} at ${a}.\n"
        "The harvest lost in {place} was worth ${b}, {who} said.",
        "fish slip: Fish farms in {place} lost {a} salmon to toxic algae, {who} said.\n"
        "The toxic algae killed {b} salmon at fish farms in {place}, {who} said.",
        "votes slip: The number of registered voters in {place} is {a}, according to {who}.\n"
        "{place} has {b} registered voters, according to {who}.",
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
        "blankets order: In the period from {d1} to {d2}, volunteers handed out {a} blankets in {place}, {who} said.",
        "stalls past: Flames gutted {a} market stalls in {place} on {D1}, according to {who}.",
        "flights spell: A strike that began on {d1} and ended on {d2} grounded {a} flights in {place}, {who} said.",
        "vaccinated spell: The polio drive in {place} started on {d1} and wrapped up on {d2} after reaching {a} "
        "children, according to {who}.",
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
        "missing same: On {d1}, {a} people were still missing in {place}, {who} said.\n"
        "The number of people still missing in {place} was {b} on {d1}, {who} said.",
        "prisoners same: The prison in {place} held {a} inmates on {d1}, according to {who}.\n"
        "According to {who}, {b} inmates were held in the prison in {place} on {d1}.",
        "wells same: {Who} reported on {d1} that {a} wells in {place} had run dry.\n"
        "As of {d1}, {b} wells had run dry in {place}, {who} reported.",
        "jobs same: {a} people in {place} were registered as unemployed on {d1}, {who} said.\n"
        "There were {b} people registered as unemployed in {place} on {d1}, {who} said.",
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
        "fires months: {place} recorded {b} forest fires in {m1} and another {c} in {m2}, {who} said.\n"
        "Over the whole of {year}, there were {a} forest fires in {place}, {who} said.",
        "births months: Hospitals in {place} registered {b} births in {m1}, {who} said.\n"
        "In {m2}, {c} births were registered by hospitals in {place}.\n"
        "Hospitals in {place} registered {a} births during {year}, according to {who}.",
        "tourists months: Tourist arrivals in {place} came to {b} in {m1} and to {c} in {m2}, {who} said.\n"
        "For {year} as a whole, tourist arrivals in {place} came to {a}, {who} said.",
        "cement months: In {m1}, trucks brought {b} tonnes of cement into {place}, {who} said.\n"
        "Trucks brought a further {c} tonnes of cement into {place} in {m2}, {who} said.\n"
        "Altogether, trucks brought {a} tonnes of cement into {place} in {year}, {who} said.",
    ),
}  # fmt: skip
"""The words by kind that the checks were made on, or that have been looked at since."""

HELD_OUT: Mapping[str, tuple[str, ...]] = {
    "falling_total": (
        "killed rise: The heatwave in {place} had claimed {a} lives by {d1}, {who} said.\n"
        "{Who} said on {d2} that the heatwave in {place} had so far claimed {b} lives.",
        "cases rise: Dengue infections in {place} since the outbreak began had reached {a} by {d1}, according to "
        "{who}.\nAs of {d2}, the number of dengue infections in {place} since the outbreak began stood at {b}, "
        "according to {who}.",
        "evacuated rise: By the evening of {d1}, {a} villagers had been evacuated from the flood zone around {place}, "
        "{who} said.\nThe number of villagers evacuated from the flood zone around {place} had reached {b} by {d2}, "
        "{who} said.",
        "mines rise: Deminers working around {place} had cleared {a} landmines by {d1}, {who} said.\n"
        "In an update on {d2}, {who} said deminers had cleared a total of {b} landmines around {place}.",
    ),
    "part_over_whole": (
        "patients part: The hospital in {place} admitted {a} patients after the blast, {b} of them in critical "
        "condition, {who} said.",
        "houses part: Of {a} homes inspected in {place} after the quake, {b} were declared unsafe, {who} said.",
        "strikers part: {Who} said {b} teachers were among the {a} public employees who walked off the job in "
        "{place}.",
        "passengers part: The ferry that capsized near {place} was carrying {a} people, {b} of whom were rescued, "
        "{who} said.",
    ),
    "parts_miss_whole": (
        "prisoners two: The swap near {place} freed {a} prisoners in all, {b} of them soldiers and the remaining {c} "
        "civilians, {who} said.",
        "killed three: {Who} said the {a} deaths on roads around {place} last year broke down as {b} motorists, {c} "
        "pedestrians and {d} cyclists.",
        "clinics two: There are {a} health facilities in {place}, of which {b} are functioning and {c} are closed, "
        "{who} said.",
        "evacuated three: {Who} said {a} evacuees spent the night in {place}: {b} in schools, {c} in churches and {d} "
        "in tents.",
    ),
    "share_and_counts": (
        "clinics share: In {place}, {p} percent of clinics, or {b} out of {a}, still had power, {who} said.",
        "tests share: Of {a} tests carried out in {place}, {b} came back positive, a positivity rate of {p}%, {who} "
        "said.",
        "households share: {Who} said a survey of {a} households in {place} had found that {b} of them, or {p} "
        "percent, lacked safe drinking water.",
        "pupils share: At the high school in {place}, {b} of {a} students passed the exam, a pass rate of {p} "
        "percent, {who} said.",
    ),
    "change_and_levels": (
        "burglaries percent: Burglaries in {place} jumped {p} percent in {year} to {b}, up from {a} the year before, "
        "{who} said.",
        "applications double: Asylum applications in {place} doubled to {b} in {m2} from {a} in {m1}, {who} said.",
        "pupils percentfall: Enrolment at schools in {place} has dropped by {p}%, with {b} pupils now in class "
        "compared with {a} before the fighting, {who} said.",
        "nurses levels: The hospital in {place} now employs {b} nurses, {c} more than the {a} it had in {year}, {who} "
        "said.",
    ),
    "rate_and_total": (
        "crossings rate: Over the {n} days to {e1}, {a} people crossed the border near {place}, an average of {b} a "
        "day, {who} said.",
        "meals rate: Volunteers in {place} served {b} meals a day for {n} days, a total of {a}, {who} said.",
        "tests rate: {Who} said laboratories in {place} processed {b} samples daily from {d1} through {e1}, bringing "
        "the total for the {n} days to {a}.",
        "rockets rate: In {n} days of shelling, {a} rockets landed on {place}, or {b} every day on average, {who} "
        "said.",
    ),
    "record": (
        "passengers record: The airport in {place} handled {b} passengers on {d2}, its busiest day ever, {who} said.\n"
        "On {d1}, {a} passengers had passed through the airport in {place}, {who} said.",
        "killed record: Police recorded {b} homicides in {place} in {m2}, the highest monthly figure ever, {who} "
        "said.\nIn {m1}, there were {a} homicides in {place}, according to {who}.",
        "ships low: Only {b} ships called at the port of {place} in {m2}, the fewest in any month on record, compared "
        "with {a} in {m1}, {who} said.",
        "cases record: New dengue infections in {place} hit an all-time high of {b} in {m2}, after {a} in {m1}, {who} "
        "said.",
    ),
    "headline_and_body": (
        "killed same: TITLE{a} dead in ferry sinking near {place}\n"
        "A ferry sank near {place}, leaving {b} people dead, {who} said.",
        "nurses same: TITLEHospital in {place} lays off {a} nurses\n"
        "The main hospital in {place} has laid off {b} nurses to cut costs, {who} said.",
        "evacuated same: TITLEWildfire forces {a} residents from homes near {place}\n"
        "A fast-moving wildfire forced {b} residents to leave their homes near {place}, {who} said.",
        "kidnapped same: TITLEGunmen seize {a} villagers near {place}\n"
        "Gunmen abducted {b} villagers in a raid near {place}, {who} said.",
    ),
    "unit_slip": (
        "meals slip: {Who} said {a} meals were served in camps around {place} in {m1}.\n"
        "The {b} meals served in camps around {place} in {m1} were cooked by volunteers, {who} said.",
        "passengers slip: The airport in {place} handled {a} passengers in {year}, {who} said.\n"
        "In {year}, {b} passengers used the airport in {place}, according to {who}.",
        "money slip: The new bridge in {place} cost ${a} to build, {who} said.\n"
        "Building the new bridge in {place} cost taxpayers ${b}, according to {who}.",
        "doses slip: A shipment of {a} doses of polio vaccine arrived in {place} on {d1}, {who} said.\n"
        "{Who} said the {b} doses of polio vaccine that arrived in {place} on {d1} would go to rural clinics.",
    ),
    "dates": (
        "evacuated order: Between {d1} and {d2}, {who} said, {a} people were evacuated from {place}.",
        "fined spell: The curfew in {place} was imposed on {d1} and lifted on {d2}, with {a} people fined for "
        "breaking it, {who} said.",
        "households past: The earthquake that hit {place} on {D1} left {a} families homeless, {who} said.",
        "nurses spell: A strike by {a} nurses in {place}, which started on {d1}, was called off on {d2}, {who} said.",
    ),
    "same_source": (
        "miners same: {Who} said {a} miners were rescued from the flooded pit near {place} on {d1}.\n"
        "On {d1}, according to {who}, {b} miners were brought out alive from the flooded pit near {place}.",
        "outages same: As of {d2}, {a} homes in {place} were without electricity, {who} said.\n"
        "{Who} said {b} homes in {place} had no electricity as of {d2}.",
        "crashes same: {Who} reported {a} traffic accidents in {place} in {year}.\n"
        "There were {b} traffic accidents in {place} in {year}, {who} said.",
        "soldiers same: In {m1}, {a} soldiers deserted from bases around {place}, {who} said.\n"
        "{Who} said the number of soldiers who deserted from bases around {place} in {m1} was {b}.",
    ),
    "sum_over_time": (
        "intercepted months: In {year}, {a} migrants were intercepted near {place}, {who} said.\n"
        "{Who} said {b} migrants were intercepted near {place} in {m1} and {c} in {m2}.",
        "burglaries months: Police in {place} recorded {b} burglaries in {m1} and another {c} in {m2}, {who} said.\n"
        "The total number of burglaries in {place} for the whole of {year} was {a}, {who} said.",
        "crashes months: {Who} said {b} road accidents took place in {place} in {m1}, followed by {c} in {m3}.\n"
        "For {year} as a whole, there were {a} road accidents in {place}, {who} said.",
        "ships months: A total of {a} cargo ships docked in {place} in {year}, {who} said.\n"
        "In {m2}, {b} cargo ships docked in {place}, and in {m3} another {c}, {who} said.",
    ),
}  # fmt: skip
"""The words by kind that were written after the checks."""

WORDS: Mapping[Half, Mapping[str, tuple[str, ...]]] = {"developed": DEVELOPED, "held_out": HELD_OUT}
"""All words by half and kind."""

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
"""What a finding may be called to count as found, by kind in the order of printing."""


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
    """The templates by kind, in the order written, the developed ones first."""
    return {
        kind: tuple(_parse(kind, half, words) for half, kinds in WORDS.items() for words in kinds[kind])
        for kind in EXPECTED
    }


def _parse(kind: str, half: Half, words: str) -> Template:
    head, text = words.split(": ", 1)
    domain, form = head.split()
    return Template(kind, half, domain, form, tuple(text.split("\n")))
