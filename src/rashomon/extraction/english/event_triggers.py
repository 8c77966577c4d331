"""A fast look at a sentence, before parsing: can it tell a happening, a relation, a seizure, an accusation?"""

from __future__ import annotations

import re

#: Beginnings of words that tell of violence, disaster, protest and war.
_STEMS = (
    "abduct accus advanc aftershock airlift airstrike alleg allianc allow ambush appeal arrest assassin assault "
    "attack avalanche barrag battl behead besieg blast blockad bloodshed bombard bombing boycott broker bulldoz "
    "capsiz captur captured ceasefire censor chemical clash coalition collaps collid collision combat condemn conflict "
    "confiscat confront consult cooperat counter crackdown crash criticis criticiz curfew cyclon demolish "
    "demonstrat denied denies denounc deplor deploy deport derail destroy destruct detain detonat disarm disperse "
    "displac donat drone earthquake emergency encircl erupt evacuat execut exodus expel explo exploded fight "
    "fighting formerly grenade heatwave hijack hostage hostil hurricane impos incursion injur inquiry intercept "
    "invad invasion investigat kidnap kill landslid launch massacr mediat militant militia missile mobilis "
    "mobiliz mortar mudslid murder negotiat offensiv oppos outbreak overran overrun overthr peacekeep prohibit "
    "protest rallied rally ransack rebel recaptur reclaim recogni refus regain reject releas resign responsib retak "
    "retook retreat rocket sanction sentenc shell shoot siege sit-in skirmish slaughter sought spearhead stage "
    "stampede strafe strik struck suicide summon surrender surround target terror terroris threat thwart tornado "
    "tortur truce tsunami typhoon unleash unrest vandal violat violen volcan wildfire withdr wound "
).split()
#: Whole words of the lexicons that begin like everyday words ("ban", not "bank").
_WORDS = (
    "accept accepted accepts agree agreed agrees aid allied ally arson backed backing backs ban banned bans blame "
    "blamed blames blaze blew block blocked blocking blocks blown bomb bombed bombs break broke buried burned "
    "burning burnt ceded claim claimed claims closed commit committed control controlled controlling controls "
    "coup crushed dead deal deals defend defended defends deliver delivered demand demanded demanding demands "
    "deny died drought ease eased embargo entered enters famine fell fire fired fires firing fled flee fleeing "
    "flees flood flooded flooding floods foiled forced forces forcing fought free freed gas gassed gave give "
    "given gives grant granted gunfire gunman gunmen hacked hacking held hit hits hitting host hosted hosts "
    "hunger hurled insist insisted insists jailed join joined joins leads led lifted lifts loot looted looting "
    "lynched march marched marches marching meet meeting meets met mob must mutiny offer offered offering offers "
    "ordered orders ousted pardoned peace pledge pledged pledges plunged pounded praised praises promise promised "
    "promises provide provided provides providing push pushed quake quit raid raided raids rape raped ready "
    "request requested riot rioted rioting riots ruled sank seek seeking seeks send sends sent severed share "
    "shared shot shots shut sign signed stabbed storm stormed storms stuck sued suing sunk support supported "
    "supporting supports suspend suspended suspends swear swore sworn taken talks tear toll took toppled urge "
    "urged urges veto vetoed visit visited visits vow vowed vows wage waged walkout war warned welcomed "
).split()
_TRIGGER = re.compile(r"(?<![^\W_])(?:" + "|".join(_STEMS) + "|(?:" + "|".join(_WORDS) + r")(?![^\W_]))")
#: A sentence longer than this is looked at only so far (characters).
_LOOKED_AT = 4000


def may_tell_event(text: str) -> bool:
    """Whether a sentence holds any trigger word."""
    return _TRIGGER.search(text[:_LOOKED_AT].lower()) is not None
