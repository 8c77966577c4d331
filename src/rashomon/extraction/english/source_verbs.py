"""Verbs of speech: what is told, and over which stretch of the sentence the speaker answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.extraction.english.source_acts import SpeechAct, trimmed
from rashomon.extraction.english.source_audience import addressee
from rashomon.extraction.english.source_background import BackgroundReader
from rashomon.extraction.english.source_phrases import is_source_noun
from rashomon.extraction.english.source_speakers import read_speaker
from rashomon.extraction.english.source_speaking import SpeakingTest
from rashomon.extraction.english.source_stretches import SHORTEST_TOLD, StretchReader, VerbWords
from rashomon.extraction.english.source_subjects import SubjectReader
from rashomon.extraction.english.source_told import ToldReader
from rashomon.extraction.english.source_torn import FINITE, SayingWords
from rashomon.extraction.english.speaker import Speaker
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Token

#: Classes of speech that ask, praise, promise or deny, and vouch for nothing.
_NOT_VOUCHING = frozenset({"called_for", "promised", "praised", "condemned", "denied"})


class VerbReader:
    """Reads the acts of speech that verbs make."""

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.library, self.words = text, parse, library, library.speech
        self.known = library.words.of(SayingWords)
        self.near = library.words.of(VerbWords)
        self.end = len(text)
        self.subjects = SubjectReader(text, parse, library)
        self.stretch = StretchReader(text, parse, library)
        self.background = BackgroundReader(text, parse, library)
        self.telling = SpeakingTest(parse, library)
        self.told = ToldReader(text, parse, library)

    def acts_at(self, verb: Token) -> Iterator[SpeechAct]:
        """The act whose verb a token is, if it is one."""
        lemma = "say" if verb.lower in self.known.said else verb.lemma
        if lemma not in self.words.verbs:
            return
        torn = self.subjects.torn.before_number(verb, self.near.hedges)
        if torn is not None:
            end = self.text.find(";", verb.end)
            scope = (verb.end, end if end >= 0 else self.end)
            yield SpeechAct(torn, verb.text, self.words.verbs[lemma], (verb.start, verb.end), scope, None)
            return
        tagging = self.subjects.torn.tags_as_noun(verb)
        if tagging is not None:
            whole = trimmed(self.text, 0, tagging.start)
            scope = (self.stretch.told_start(verb, None), self.stretch.behind_tag(verb, self.end))
            anchor, kind = (verb.start, verb.end), self.words.verbs[lemma]
            yield SpeechAct(tagging, verb.text, kind, anchor, scope, whole, whole=True)
            return
        if verb.pos not in ("VERB", "AUX") and verb.lower not in self.known.saying and not self._is_torn_verb(verb):
            return
        if verb.dep in ("amod", "compound", "aux", "auxpass") and verb.tag not in FINITE:
            return
        kids, behind = self.parse.kids(verb), self.parse.tokens[min(verb.i + 1, len(self.parse.tokens) - 1)]
        if verb.dep == "xcomp" and self.parse.head(verb).lemma in self.near.trying:
            return  # "experts are trying to identify 12 fragments"
        if verb.dep == "compound" and behind.lemma in self.words.not_speech_object:
            return  # "as the group claims responsibility"
        if verb.lower in self.near.told_of and behind.tag == "TO":
            return  # "security forces said to have lost 13": of whom it is said
        if verb.tag == "VBG" and verb.dep == "advcl" and lemma in self.near.moving:
            return
        if any(t.dep == "neg" for t in kids) and lemma not in self.words.attitude:
            return
        if verb.tag == "VBN" and verb.dep in ("advcl", "acl") and self._is_absolute(kids):
            return
        if any(t.dep == "auxpass" for t in kids) or (verb.tag == "VBN" and any(t.dep == "agent" for t in kids)):
            yield from self._passive(verb, lemma, kids)
        elif lemma not in self.words.quoting:
            speaker, relayed = self.subjects.subject(verb, kids), self._as_saying(verb, lemma, kids)
            if relayed is not None:
                start = self.stretch.told_start(verb, None)
                told = trimmed(self.text, start, min(verb.start, speaker.start if speaker else verb.start))
                scope = (start, self.end) if told[1] - told[0] >= SHORTEST_TOLD else (verb.end, self.end)
                yield SpeechAct(relayed, verb.text, "said", (verb.start, verb.end), scope, None, speaker, whole=True)
            elif speaker is not None:
                yield from self._active(verb, lemma, kids, speaker)

    def _is_torn_verb(self, verb: Token) -> bool:
        """Whether a noun is a verb by the tree, which gives it a clause and a subject: "12 died, police data shows"."""
        kids = [t for t in self.parse.kids(verb) if t.i < verb.i]
        return verb.dep == "ROOT" and {"ccomp", "nsubj"} <= {t.dep for t in kids} and kids[-1].dep == "nsubj"

    def _active(self, verb: Token, lemma: str, kids: list[Token], speaker: Speaker) -> Iterator[SpeechAct]:
        clause, told = self.told.clause(verb, kids), self.told.object(kids, lemma)
        if told is not None and (told.lemma in self.known.portions or speaker.start <= told.start < speaker.end):
            told = None
        if speaker.text.partition(" ")[0].lower() in self.near.nobody:
            return
        if clause is not None and speaker.start <= clause.start < speaker.end:
            clause = told = None  # a small word of the speaker's name that was taken for a verb: "Rio do Sul"
        tentative = not self.telling.is_speech(verb, lemma, speaker, clause, told)
        if tentative and not self.telling.counted_by_name(lemma, speaker, told):
            return
        verb_class = self.words.verbs[lemma]
        if lemma in self.words.expressing and told is not None:
            verb_class = self.words.expressed.get(told.lemma, verb_class)
        attributes = verb_class not in _NOT_VOUCHING and (clause is not None or lemma not in self.words.attitude)
        if clause is None and told is not None and any(k.lower == "no" for k in self.parse.kids(told, "det")):
            attributes = False  # "gave no warning before the strikes, which levelled six houses"
        anchor, relay = (verb.start, verb.end), addressee(self.parse, self.text, verb, kids, self.library)
        relay = relay or self._counts_itself(lemma, speaker)
        high = self.stretch.inside_relative(verb, self.stretch.list_end(self.stretch.clause_end(verb)))
        if verb.dep == "parataxis" and verb.head > verb.i and clause is None and told is None:
            start = self.stretch.behind_colon(verb)
            whole = trimmed(self.text, start, self.end)  # "The injured, it said, were 779."
            yield SpeechAct(speaker, verb.text, verb_class, anchor, (start, self.end), whole, relay, True, attributes)
            return
        high = max(high, self.stretch.quote_end(verb))
        target = clause if clause is not None and clause.i > verb.i else told if clause is None else None
        if target is not None and self._is_inserted(verb, target, speaker):
            target = None
        if target is not None and target.i > verb.i and target.head != verb.i:
            high = max(high, min(self.parse.subtree(target)[-1].end, self.end))
        whose = self.stretch.counted_before(verb, told) if clause is None else None
        if whose is not None:
            yield SpeechAct(speaker, verb.text, verb_class, anchor, whose, None, relay, False, attributes)
            return
        if target is not None:
            if clause is None:
                high = min(high, self.background.before_setting(target, kids))
            else:
                high = self.background.without_known(clause, self.stretch.with_shares(high))
                high = self.background.before_toll(clause, high)
            low = max(verb.end, speaker.end if speaker.start > verb.start else 0)
            first = min([t.start for t in self.parse.subtree(target) if t.start >= low], default=low)
            first = self.stretch.told_that(verb, first)
            content = trimmed(self.text, self.stretch.with_quote(first, low), high)
            # "The charity estimated 900 had fled": the verb may be read as part of the number.
            start = verb.start if verb_class == "estimated" else verb.end
            yield SpeechAct(
                speaker, verb.text, verb_class, anchor, (start, high), content, relay, False, attributes, tentative
            )
            return
        start = verb.end if self.told.opens_what_follows(verb) else self.stretch.told_start(verb, clause)
        content = trimmed(self.text, start, min(speaker.low if speaker.low >= 0 else speaker.start, verb.start))
        if content[1] - content[0] >= SHORTEST_TOLD or self._counts(content) or self._is_between_commas(verb, speaker):
            whole_end = self.stretch.behind_tag(verb, high if verb.dep == "conj" else self.end)
            scope = (start, whole_end)
            yield SpeechAct(speaker, verb.text, verb_class, anchor, scope, content, relay, True, attributes)
        elif clause is not None or verb.end < high:
            after = trimmed(self.text, verb.end, high)
            yield SpeechAct(speaker, verb.text, verb_class, anchor, (verb.end, high), after, relay, False, attributes)

    def _is_absolute(self, kids: list[Token]) -> bool:
        """Whether a participle has what is told as its subject: "with 76 deaths reported"."""
        counted = any(t.dep == "nsubj" and self.parse.kids(t, "nummod") for t in kids)
        return counted and not any(t.dep in ("aux", "dobj", "ccomp") for t in kids)

    def _counts(self, span: tuple[int, int]) -> bool:
        """Whether a short stretch counts something: "84 dead, say police"."""
        inside = [t for t in self.parse.tokens if span[0] <= t.start < span[1]]
        return len(inside) > 1 and any(t.pos == "NUM" for t in inside) and inside[0].pos != "ADP"

    def _is_inserted(self, verb: Token, target: Token, speaker: Speaker) -> bool:
        """Whether an act stands inside what is told: "27 people, said the ministry, were killed"."""
        first = min(speaker.low if speaker.low >= 0 else speaker.start, verb.start)
        if not self.text[:first].rstrip().endswith((",", "–", "—", "-")):
            return False
        subjects = [t for above in (verb, target) for t in self.parse.kids(above, "nsubj", "nsubjpass")]
        return any(t.end <= first and (t.pos == "NUM" or self.parse.kids(t, "nummod")) for t in subjects)

    def _is_between_commas(self, verb: Token, speaker: Speaker) -> bool:
        """Whether only a speaker and the verb stand between commas: "In Arda, local media reported, 12 died"."""
        first = min(speaker.low if speaker.low >= 0 else speaker.start, verb.start)
        behind = self.text[max(verb.end, speaker.end) :]
        return self.text[:first].rstrip().endswith(",") and behind.startswith(",")

    def _as_saying(self, verb: Token, lemma: str, kids: list[Token]) -> Speaker | None:
        """Whom somebody reports as saying what is told, or has it from: "the radio reported the ministry as saying"."""
        heard = self._heard_from(lemma, kids)
        if heard is not None:
            return read_speaker(self.parse, heard, self.text, self.library)
        ways = [c for t in kids if t.dep == "prep" and t.lower == "as" for c in self.parse.kids(t, "pcomp")]
        told = [t for t in kids if t.dep == "dobj" and t.i > verb.i]
        if not told or not any(t.tag == "VBG" and t.lemma in self.words.plain for t in ways):
            return None
        found = read_speaker(self.parse, told[0], self.text, self.library)
        return found if found.kind not in ("other", "count") else None

    def _passive(self, verb: Token, lemma: str, kids: list[Token]) -> Iterator[SpeechAct]:
        anchor, high = (verb.start, verb.end), self.stretch.clause_end(verb)
        agents = [c for t in kids if t.dep == "agent" for c in self.parse.kids(t, "pobj")]
        if lemma in self.words.quoting:
            for subject in (t for t in kids if t.dep == "nsubjpass"):
                start = self.stretch.told_start(verb, None)
                before = trimmed(self.text, start, subject.start)
                relay = read_speaker(self.parse, agents[0], self.text, self.library) if agents else None
                speaker = read_speaker(self.parse, subject, self.text, self.library)
                whole = before[1] - before[0] >= SHORTEST_TOLD
                scope = (start, high) if whole else (verb.end, high)
                content = before if whole else trimmed(self.text, verb.end, high)
                yield SpeechAct(speaker, verb.text, "said", anchor, scope, content, relay, whole)
        elif lemma not in self.words.attitude:
            heard = self._heard_from(lemma, kids)
            if heard is None and lemma not in self.words.with_object | self.near.addressing:
                return
            if lemma in self.near.finding and any(self.telling.is_found(verb, t) for t in kids if t.dep == "nsubjpass"):
                return
            low, high = self.stretch.vouched_for(verb, high)
            high = self.background.without_known(verb, high)
            for child in agents if heard is None else [heard]:
                speaker = read_speaker(self.parse, child, self.text, self.library)
                if speaker.kind != "other":
                    own = self._counts_itself(lemma, speaker)
                    yield SpeechAct(speaker, verb.text, self.words.verbs[lemma], anchor, (low, high), None, own)

    def _counts_itself(self, lemma: str, speaker: Speaker) -> Speaker | None:
        """An agency that counts, and relays nobody: "as counted by AP"; null of others."""
        known = self.library.organisations.find(speaker.text) if lemma in self.near.tallying else None
        return speaker if known is not None and known.wire else None

    def _heard_from(self, lemma: str, kids: list[Token]) -> Token | None:
        """From whom something is heard: "it was learned from hospitals that", "the charity heard from villagers"."""
        links = [t for t in kids if t.dep == "prep" and t.lower == "from" and lemma in self.near.hearing]
        return next((o for t in links for o in self.parse.kids(t, "pobj") if is_source_noun(o, self.words)), None)
