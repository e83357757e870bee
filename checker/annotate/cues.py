"""The words that attribute: verbs of speech in the forms that stand beside a quotation, and nouns for speech."""

from __future__ import annotations


def _forms(stems: str, *endings: tuple[str, str]) -> frozenset[str]:
    """Every verb of `stems` with regular endings: say -> says, saying; the past of strong verbs is listed apart."""
    words = set()
    for stem in stems.split():
        words.add(stem)
        for cut, ending in endings:
            if stem.endswith(cut):
                words.add(stem[: len(stem) - len(cut)] + ending)
    return frozenset(words)


def _regular(stem: str) -> set[str]:
    """Present, past and participle of a verb: admit/admitted must come with its doubled letter, as “admit+”."""
    if stem.endswith("+"):
        bare = stem[:-1]
        return {bare, bare + "s", bare + bare[-1] + "ed", bare + bare[-1] + "ing"}
    if stem.endswith("e"):
        return {stem, stem + "s", stem + "d", stem[:-1] + "ing"}
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return {stem, stem[:-1] + "ies", stem[:-1] + "ied", stem + "ing"}
    if stem.endswith(("sh", "ch", "ss", "x", "zz")):
        return {stem, stem + "es", stem + "ed", stem + "ing"}
    return {stem, stem + "s", stem + "ed", stem + "ing"}


def _verbs(regular: str, strong: str = "") -> frozenset[str]:
    words = set(strong.split())
    for stem in regular.split():
        words |= _regular(stem)
    return frozenset(words)


SAYING = _verbs(
    "add admit+ affirm announce answer argue assert assure boast caution claim comment complain concede conclude confess "
    "confirm contend counter criticize criticise declare demand deny elaborate emphasize emphasise exclaim explain "
    "fume gush hint imply insist interject joke lament maintain mock muse note object observe offer opine plead pledge "
    "point post predict proclaim promise pronounce protest quip+ reassure recall reckon reflect reiterate remark remind "
    "reminisce repeat reply report respond retort reveal riff+ rule scoff shout sigh snap+ speculate state stress "
    "suggest summarise summarize surmise testify thunder tweet urge volunteer vow wail warn whisper wonder yell "
    "acknowledge advise agree allege ask beg+ blast blog+ broadcast charge chant chide chime chirp coax concur+ "
    "conjecture console contradict correct cry deadpan+ defend echo enthuse estimate implore inform inquire enquire "
    "instruct intone jest lecture mumble murmur mutter narrate order ponder press propose question quote recite "
    "recount rejoin relate request roar scold scream signal specify sneer stammer stipulate stutter sum+ threaten "
    "title underline underscore utter verify voice advocate attest expound inveigh rail rant rave weigh rhapsodize "
    "jibe jeer taunt tease venture whine bellow bark boom bemoan berate grumble growl grouse holler holla croon "
    "crow cackle chortle chuckle laugh smile smirk sniff shrug+ sob+ spit beam grin+ groan nod+ gasp giggle "
    "commend congratulate counsel credit decry denounce deride dismiss disclose divulge endorse fire hail invoke "
    "sign text email message retweet retweet chatter dictate proffer+ posit preach pray editorialize editorialise slam+ blare",
    "say says said saying tell tells told telling write writes wrote written writing speak speaks spoke spoken speaking "
    "read reads reading hold holds held holding think thinks thought thinking feel feels felt feeling hear hears heard "
    "swear swears swore swearing sing sings sang singing shoot shoots shot shooting begin begins began beginning "
    "continue continues continued continuing go goes went going put puts putting find finds found finding "
    "know knows knew believe believes believed believing mean means meant joke understands understood understand "
    "forewarn forewarned foresee sees saw noted notes stated-that sayin' admitting deadpanned broadcast "
    "quipping retorting rebuts rebutted rebutting argue argues arguing tweets tweeting",
)
"""They take what is said as their object: “said”, “noted”, “tweeted”."""

FIRM = _verbs(
    "add ask tweet reply explain note argue warn insist announce declare conclude respond recall admit+ claim joke quip+ "
    "state remark comment observe stress emphasize emphasise predict retort exclaim",
    "say says said saying tell tells told telling write writes wrote writing",
)
"""Those among them that are hardly ever anything else."""

CALLING = _verbs(
    "call describe label+ dub+ brand term characterize characterise deem deride denounce dismiss criticize criticise "
    "condemn praise hail blast slam+ rip+ bash mock attack portray paint depict cast refer accuse deplore decry "
    "lambaste lambast ridicule rail bemoan tout cite invoke quote rate compare welcome consider liken view regard "
    "slate reject brand pan+ savage assail blame fault chide lash rebuke chastise excoriate pillory declare pronounce "
    "nickname bill+ style denigrate belittle credit thank salute commend laud single celebrate champion embrace "
    "promise vow pledge urge threaten want demand plan intend hope call aim seek refuse try express voice "
    "apologize apologise lament mention talk speak question challenge suggest imply indicate dispute acknowledge "
    "recommend propose request issue advocate oppose support favor favour encourage plead appeal agree expect believe",
    "see sees saw seen seeing think thinks thought find finds found finding feel feels felt feeling speak speaks spoke speaking "
    "swear swears swore know knew knows take takes took taking make makes made making give gives gave giving",
)
"""They take a few quoted words into the reporter's sentence: “called it ‘a disgrace’”."""

SPEECH_NOUNS = frozenset(
    "statement speech letter email e-mail memo message tweet post interview remarks remark comment comments report "
    "article column op-ed editorial document documents filing complaint lawsuit indictment ruling opinion order "
    "release note blog book memoir testimony transcript essay ad advert advertisement caption headline sign banner "
    "placard poster slogan motto chant text inscription plaque label website page notice declaration resolution "
    "question answer reply response joke line words word quote quotation saying view explanation conclusion argument "
    "claim warning promise pledge address toast eulogy sermon verdict judgment judgement finding findings decision "
    "advice story piece study survey poll dispatch cable brief affidavit petition pamphlet leaflet prayer song lyric lyrics "
    "conversation discussion exchange call debate briefing conference broadcast program programme podcast show episode "
    "rally event reaction description criticism praise accusation allegation assertion "
    "theme mantra refrain advertisement tagline proclamation".split()
)
"""What speaks in place of a person, or in which a person speaks."""
