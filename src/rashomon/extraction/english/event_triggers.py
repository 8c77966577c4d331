"""A fast look at a sentence, before parsing: can it tell a happening, a relation, a seizure, an accusation?"""

from __future__ import annotations

import re

#: Beginnings of words that the lexicons of events, relations, control and responsibility hold; a sentence without
#: any is never parsed for them.
_STEMS = (
    "abduct accept accus advanc aftershock agre aid air airlift airstrike alleg alli allianc allied allow ambush "
    "announc appeal arm arrest arson asked assassin assault attack avalanche back ban barrag bas battl beat "
    "behead besieg blam blast blaz blew block blockad bloodshed blow bomb bombard boycott broker bulldoz buried "
    "burn burst bush capsiz captur captured carr ceas cede censor chemical claim clash clos coalition collaps "
    "collid collision combat commit condemn confer confiscat conflict confront consult control control-held conv "
    "cooperat counter coup crackdown crash criticis criticiz crush curfew cut cyclon deadl deal decl defend defi "
    "deliver demand demolish demonstrat denied denies denounc deny deplor deploy deport derail destroy destruct "
    "detain detonat disarm disperse displac donat downed drone drop drought earthquake eas embassy emergency "
    "encircl end enemy engag entered epidemic erupt evacuat exchang execut exodus expel explo exploded express "
    "extradit fall famine fell fierce fight fighting fire firing fled flee flood foil forc former formerly fought "
    "free freed friendly gain gas gave give governor grant grenade gun hack hand heatwave held hijack hit hold "
    "holding host hostage hostil hunger hurl hurricane identif impos incursion inferno injur inquiry insist insur "
    "intercept invad invasion investigat jail join kidnap kill known landslid launch lead led lift loot lynch "
    "machete march martial mass massacr mediat meet met militant militia missile mob mobilis mobiliz mortar "
    "mudslid murder must negotiat offensiv offer oppos opposing order oust outbreak overran overrun overthr "
    "parliament peace permit pledg plunge pound prais prepar prepared prohibit promis propos protest provid push "
    "quak quake quit raid rais rallied rally ram rape ready rebel recaptur reclaim recogni refus regain reject "
    "releas renounc repel request resign responsib retak retook retreat riot rocket round ruled said sanction "
    "says seek seiz send sent sentenc shell shoot shot should shut siege sign sit-in skirmish slam slaughter "
    "smash snipe sought spearhead stab stage stampede state-run stop storm strafe strik struck suicide summon "
    "support surrender surround suspen swore sworn take talk target tear terror threat threw throw thwart toll "
    "took tornado tortur truce tsunami typhoon under unleash unrest urg vandal veto violat violen visit volcan "
    "vow wage walk war warn welcom wildfire will wind withdr withh wound "
).split()
_TRIGGER = re.compile(
    r"(?<![^\W_])(?:" + "|".join(sorted(set(_STEMS), key=lambda s: (-len(s), s))) + r")", re.IGNORECASE
)
#: A sentence longer than this is looked at only so far (characters).
_LOOKED_AT = 4000


def may_tell_event(text: str) -> bool:
    """Whether a sentence holds the beginning of any trigger word."""
    return _TRIGGER.search(text, 0, _LOOKED_AT) is not None
