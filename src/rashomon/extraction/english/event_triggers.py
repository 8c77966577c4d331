"""A fast look at a sentence, before parsing: can it tell a happening, a relation, a seizure, an accusation?"""

from __future__ import annotations

import re

#: Beginnings of words that the lexicons of events, relations, control and responsibility hold; a sentence without any is
#: never parsed for them.
_STEMS = (
    "abduct accus accept advanc aftershock agre aid airlift airstrike air alleg allied allow allianc ambush announc appeal "
    "arm arrest arson asked assassin assault assault attack avalanche back ban barrag battl beat behead besieg blam blast "
    "blaz block blockad blow blew bomb bombard boycott broker bulldoz burn burst bush buried capsiz captur carr ceas cede censor "
    "chemical claim clash clos coalition collaps collid collision combat commit condemn confer confiscat conflict confront "
    "consult control conv cooperat counter coup crackdown crash criticis criticiz crush curfew cut cyclon deal deadl decl defend "
    "defi deliver demand demolish demonstrat denied deny denies denounc deplor deploy deport derail destroy destruct detain detonat "
    "disarm disperse displac donat downed drone drop drought earthquake eas embassy emergency encircl end engag entered "
    "epidemic erupt evacuat exchang execut exodus expel exploded explo express extradit fall fell famine fierce fight fire firing "
    "flee fled flood fought foil forc former fought freed free friendly gas gave give gain governor grant grenade gun hack hand held "
    "held heatwave hijack hit hold host hostage hostil hunger hurl hurricane impos incursion inferno injur inquiry insist "
    "insur intercept invad invasion investigat jail join kidnap kill landslid launch led lead lift loot lynch machete march "
    "martial mass mediat meet met militant militia missile mob mobilis mobiliz mortar mudslid murder negotiat offensiv offer oppos "
    "order oust outbreak overran overrun overthr parliament peace permit pledg plunge pound prais prepar promis propos "
    "protest prohibit provid push quake quit raid rally rallied ram rape rebel recaptur recogni refus reject regain releas "
    "renounc repel request resign responsib retak retook retreat rais riot rocket round ruled sanction seek send sent sentenc seiz "
    "shell shoot shot shut siege sign sit-in skirmish slam slaughter smash snipe spearhead stab stage stampede state-run stop "
    "storm strik struck strafe suicide summon support surrender surround suspen sworn swore talk target tear terror threat throw "
    "threw thwart took take tornado tortur truce tsunami typhoon unleash unrest urg vandal veto violat violen visit volcan vow "
    "wage walk war warn welcom wildfire wind withdr withh wound downed bloodshed massacr oust coup quak fighting toll took must sought "
    "should will ready prepared holding captured reclaim control-held under opposing enemy alli known identif formerly bas said says"
).split()
_TRIGGER = re.compile(
    r"(?<![^\W_])(?:" + "|".join(sorted(set(_STEMS), key=lambda s: (-len(s), s))) + r")", re.IGNORECASE
)
#: A sentence longer than this is looked at only so far (characters).
_LOOKED_AT = 4000


def may_tell_event(text: str) -> bool:
    """Whether a sentence holds the beginning of any trigger word."""
    return _TRIGGER.search(text, 0, _LOOKED_AT) is not None
