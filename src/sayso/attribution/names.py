"""Word lists about names: outlets, titles, roles, first names by gender, words that make a name an organisation's."""

OUTLETS = frozenset(
    (
        "reuters|afp|agence france-presse|ap|associated press|the associated press|bbc|bbc news|cnn|nbc|nbc news|"
        "cbs|cbs news|abc|abc news|fox|fox news|msnbc|npr|pbs|xinhua|xinhua news agency|tass|ria novosti|interfax|"
        "ukrinform|unian|kyiv independent|kyiv post|ukrainska pravda|al jazeera|al-jazeera|al arabiya|dpa|efe|ansa|"
        "pti|press trust of india|ians|ani|irna|isna|anadolu|anadolu agency|sana|kyodo|yonhap|bernama|antara|"
        "granma|prensa latina|the new york times|new york times|the times|washington post|the washington post|"
        "wall street journal|the wall street journal|financial times|the financial times|guardian|the guardian|"
        "the telegraph|daily telegraph|daily mail|the independent|the economist|die welt|der spiegel|spiegel|bild|"
        "die zeit|frankfurter allgemeine zeitung|süddeutsche zeitung|le monde|le figaro|libération|el país|el pais|"
        "el mundo|la repubblica|corriere della sera|haaretz|jerusalem post|times of israel|the times of israel|"
        "politico|axios|bloomberg|bloomberg news|usa today|los angeles times|chicago tribune|boston globe|"
        "miami herald|time|newsweek|huffpost|huffington post|the huffington post|buzzfeed|vox|the hill|"
        "the intercept|propublica|breitbart|breitbart news|daily beast|the daily beast|voa|voa news|"
        "voice of america|radio free europe|rfe/rl|deutsche welle|dw|france 24|sky news|itv|channel 4|rt|"
        "russia today|sputnik|cctv|cgtn|global times|people's daily|south china morning post|the hindu|"
        "times of india|the times of india|hindustan times|dawn|geo news|ary news|tolo news|tolonews|khaama press|"
        "pajhwok|the nation|punch|vanguard|sudan tribune|radio dabanga|dabanga|daily nation|the east african|"
        "floodlist|reliefweb|irin|the new humanitarian|all africa|allafrica|mada masr|asharq al-awsat|"
        "the daily star|l'orient-le jour|local media|state media|state television|state tv|media reports|"
        "news agencies|local newspapers|local news|the post|the journal|associated press writer"
    ).split("|")
)
OUTLET_WORDS = frozenset(
    "news newspaper daily magazine radio television tv broadcaster times post herald tribune gazette journal "
    "press media agency-press observer chronicle newswire zeitung".split()
)
ORGANIZATION_WORDS = frozenset(
    "ministry department agency office police authority authorities service services commission committee "
    "council party army forces force observatory center centre institute institution association group "
    "organization organisation organizations union bank court government administration fund network company "
    "corporation corp inc ltd university college school hospital bureau board federation foundation society "
    "league alliance coalition movement front brigade corps command directorate secretariat parliament senate "
    "congress house assembly cabinet nations cross crescent watch amnesty international programme program "
    "mission embassy kremlin pentagon taliban hamas hezbollah isis ngo club campaign firm survey meteorológica "
    "instituto defence defense headquarters guard navy staff prosecutors prosecution unhcr unicef ocha who "
    "idmc iom irc msf protección civil meteorology registry district county state city municipality province "
    "region republic directorate rescue management".split()
)
DEFINITE_ORGANIZATIONS = frozenset(
    "ministry department agency group organization organisation office commission committee council party army "
    "company union observatory institute association government administration fund service police bureau "
    "authority body charity firm bank court campaign newspaper broadcaster outlet paper magazine network "
    "channel daily center centre watchdog monitor hospital university federation foundation society coalition alliance "
    "directorate secretariat mission".split()
)
GENERIC_ORGANIZATIONS = frozenset("group organization organisation monitor watchdog".split())
"""Heads that any organisation may be called by, a body of the state excepted."""
STATE_WORDS = frozenset(
    "ministry department police government court parliament senate army navy forces cabinet administration "
    "municipality province council district county state guard kremlin pentagon".split()
)
AGENCIES = frozenset(
    "reuters|afp|agence france-presse|ap|associated press|the associated press|xinhua|tass|ria novosti|interfax|"
    "ukrinform|unian|dpa|efe|ansa|pti|press trust of india|ians|ani|irna|isna|anadolu|sana|kyodo|yonhap|bernama|antara|"
    "prensa latina|angop|unhcr|unicef|ocha|iom|unrwa|wfp|usaid|fema|frontex".split("|")
)
"""Names whose long form or common description is an agency, though the word is not in them."""
UNNAMED_HEADS = frozenset(
    "official officials authorities police reports report critics critic witnesses witness residents resident "
    "sources source analysts analyst experts expert scientists researchers doctors medics rescuers activists "
    "activist diplomats lawmakers investigators prosecutors observers supporters opponents people villagers "
    "locals survivors relatives media newspapers officers soldiers commanders troops rebels militants aides "
    "advisers advisors economists forecasters meteorologists organizers protesters spokesperson spokesman "
    "spokeswoman studies study survey surveys polls poll estimates documents figures data some many others "
    "voters observers deputies neighbors neighbours correspondents detectives paramedics firefighters protesters "
    "demonstrators organisers prisoners refugees aid-workers workers groups agencies emails monitors".split()
)
DATA_NOUNS = frozenset(
    "data figures figure statistics statistic estimates estimate count counts tally tallies census survey "
    "surveys records record poll polls study studies research numbers number toll database registry assessment "
    "analysis calculations index".split()
)
CARRIER_NOUNS = DATA_NOUNS | frozenset(
    "report reports statement statements account accounts bulletin update updates release document documents "
    "letter email emails article information sources source testimony filing transcript briefing memo "
    "interview spokesperson message post tweet claim claims words".split()
)
SPOKES_ROLES = frozenset(
    "spokesman spokeswoman spokesperson spokesmen spokespeople representative ambassador envoy director head "
    "chief minister secretary chairman chairwoman chair president commander governor mayor commissioner "
    "coordinator officer official leader manager".split()
)
MALE_WORDS = frozenset(
    "mr sir king prince father spokesman chairman congressman councilman policeman fireman businessman lord "
    "brother he".split()
)
FEMALE_WORDS = frozenset(
    "mrs ms miss madam queen princess mother spokeswoman chairwoman congresswoman councilwoman businesswoman "
    "lady sister she".split()
)
TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady president vice prime minister secretary general gen lt col "
    "colonel capt captain maj major sgt sergeant admiral adm commander chief senator sen rep representative "
    "congressman congresswoman governor gov mayor judge justice king queen prince princess pope cardinal "
    "bishop archbishop rev reverend imam sheikh ayatollah chancellor ambassador spokesman spokeswoman "
    "spokesperson director chairman chairwoman premier foreign defense defence interior health first lady "
    "attorney deputy officer inspector sheriff detective lieutenant brigadier marshal information provincial "
    "state country district regional police fire resident former prosecutor coroner treasurer superintendent constable "
    "trooper pastor supervisor coordinator".split()
)
FEMALE_NAMES = frozenset(
    "maria mary anna anne ann elena olga irina natalia natalya svetlana tatiana yulia julia kate katie emma "
    "emily sarah sara laura linda lisa susan nancy karen barbara patricia jennifer elizabeth jessica michelle "
    "kimberly amanda melissa rebecca hillary chelsea kellyanne ivanka melania angela ursula christine "
    "christina theresa margaret marie claire sophie helen helena diana rachel ruth jane janet joan joanna "
    "judith kathleen carol carolyn deborah debbie donna dorothy sandra sharon cynthia amy angelina nicole "
    "stephanie victoria vanessa veronica wendy valerie fatima aisha amina zainab leila layla noor nadia samira "
    "hala huda mariam maryam khadija sonia priya indira sunita kavita anita gloria isabel carmen lucia rosa "
    "ana teresa camila daniela gabriela paula valentina dilma cristina michele samantha sylvia monica tina "
    "tracy jill jackie josephine ingrid greta astrid birgit heike petra katrin alexandra alexandria larisa "
    "lyudmila oksana iryna kateryna hanna hannah ines beatriz mercedes pilar yasmin zara rosemary phyllis "
    "denise dana debra robin anita stacy holly heather brenda pamela frances grace alice catherine katherine "
    "kathy ellen eleanor elaine eva eve gina jean joyce kelly leslie lynn martha molly naomi penny roberta "
    "rose sally sheila shirley stella suzanne tamara wanda yvonne zoe".split()
)
MALE_NAMES = frozenset(
    "john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony "
    "mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan "
    "jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank "
    "alexander raymond patrick jack dennis jerry tyler aaron jose adam henry nathan douglas zachary peter kyle "
    "walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse "
    "dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene "
    "vincent russell elijah louis bobby philip johnny bernie barack ted marco jeb mitt newt mike bill bob jim "
    "tom tim dan ben sam steve dave rick ron ken greg jeff matt chris tony nick josh joel luke vladimir dmitry "
    "dmitri sergei sergey alexei aleksei aleksandr oleksandr volodymyr viktor igor ivan mikhail nikolai oleg "
    "pavel yuri yevgeny boris andriy andrei serhiy mykhailo kyrylo ahmed ahmad mohammed mohammad muhammad "
    "mohamed mahmoud ali hassan hussein hussain omar khalid khaled ibrahim abdul abdullah abdel youssef yusuf "
    "mustafa saeed salman tariq bilal hamid karim nasser bashar rami jamal anwar faisal imran nawaz narendra "
    "rahul raj sanjay anil sunil vijay ashok rajesh suresh ramesh anirudh sudhir carlos luis jorge miguel "
    "pedro antonio francisco manuel rafael fernando ricardo eduardo alberto pablo diego javier sergio roberto "
    "emmanuel francois françois jean pierre jacques nicolas olaf friedrich hans klaus jens karl wolfgang "
    "giuseppe mario luigi matteo antonio silvio recep binali benjamin binyamin ehud xi hu li wang shinzo kim "
    "ban antonio kofi boutros felipe nicolás hugo evo jair justin stephen malcolm gavin nigel jeremy simon "
    "graham ian keir rishi vic rudy rand chuck harry hank howard doug craig phil fred leon glenn lindsey mitch "
    "kasich reince corey paul".split()
)
GOVERNMENT_SEATS = {
    "kremlin": "Kremlin", "pentagon": "Pentagon", "white house": "White House", "moscow": "Moscow", "kyiv": "Kyiv",
    "kiev": "Kiev",
    "beijing": "Beijing", "washington": "Washington", "tehran": "Tehran", "damascus": "Damascus", "ankara": "Ankara",
    "brussels": "Brussels",
}  # fmt: skip
