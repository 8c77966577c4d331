"""Which language a report is in: told, kept, compared for copies, and never silently dropped."""

from __future__ import annotations

import pytest
from tests.reading.page_reading import LIBRARY, read_record

from rashomon.grouping import find_copies
from rashomon.model.report import Report

ENGLISH = (
    "A fire swept through a textile warehouse in Karsten on Monday night, killing at least 14 workers and injuring 31 "
    "others, the provincial health office said. Rescuers worked until dawn to reach people on the second floor."
)
SPANISH = (
    "Un incendio arrasó un almacén textil en Karsten el lunes por la noche y causó la muerte de al menos 14 trabajadores, "
    "informó la oficina provincial de salud. Los equipos de rescate trabajaron hasta el amanecer en el segundo piso."
)
FRENCH = (
    "Un incendie a ravagé un entrepôt textile à Karsten lundi soir, tuant au moins 14 ouvriers et en blessant 31 autres, "
    "a indiqué le bureau provincial de la santé. Les secouristes ont travaillé jusqu'à l'aube au deuxième étage."
)
TURKISH = (
    "Karsten'de pazartesi gecesi bir tekstil deposunda çıkan yangında en az 14 işçi hayatını kaybetti, 31 kişi yaralandı. "
    "Kurtarma ekipleri ikinci katta mahsur kalanlara ulaşmak için sabaha kadar çalıştı."
)
RUSSIAN = (
    "В ночь на понедельник в Карстене произошёл пожар на текстильном складе, погибли по меньшей мере 14 рабочих. "
    "Спасатели работали до рассвета, чтобы добраться до людей, оказавшихся в ловушке на втором этаже."
)
UKRAINIAN = (
    "У ніч на понеділок у Карстені сталася пожежа на текстильному складі, загинули щонайменше 14 робітників. "
    "Рятувальники працювали до світанку, щоб дістатися до людей, які опинилися в пастці на другому поверсі."
)
ARABIC = (
    "اندلع حريق في مستودع للنسيج في كارستن ليلة الاثنين، ما أسفر عن مقتل 14 عاملا على الأقل وإصابة 31 آخرين. "
    "وعمل رجال الإنقاذ حتى الفجر للوصول إلى العالقين في الطابق الثاني."
)
RUSSIAN_IN_LATIN = (
    "V noch na ponedelnik v Karstene proizoshel pozhar na tekstilnom sklade, pogibli po menshey mere 14 rabochikh. "
    "Spasateli rabotali do rassveta, chtoby dobratsya do lyudey na vtorom etazhe."
)


def _read(**record: str) -> tuple[Report, list[str]]:
    report, issues = read_record(**record)
    assert report is not None
    return report, [i.code for i in issues if i.code.startswith("language")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [(SPANISH, "es"), (FRENCH, "fr"), (TURKISH, "tr"), (RUSSIAN, "ru"), (UKRAINIAN, "uk"), (ARABIC, "ar")],
)
@pytest.mark.parametrize("title", ["", "Warehouse fire kills 14 in Karsten"])
def test_a_language_is_told(text: str, lang: str, title: str) -> None:
    """A report in a language that is not read is kept with its language, whatever its title is in, and that is said."""
    report, codes = _read(text=text, title=title)
    assert (report.lang, report.text, codes) == (lang, text, ["language_not_read"])


def test_copies_are_found_in_any_language() -> None:
    """Two outlets' prints of one text are copies though nothing of it is read."""
    prints = [_read(text=ARABIC, url=f"https://outlet-{n}.example/1")[0] for n in range(2)]
    assert [len(g.reports) for g in find_copies(prints, LIBRARY).value] == [2]


@pytest.mark.parametrize("text", [f"{ENGLISH}\n\n{FRENCH}", f"{FRENCH}\n\n{ENGLISH}", f"{ENGLISH}\n\n{RUSSIAN}"])
def test_what_is_read_of_a_mixed_text_is_said(text: str) -> None:
    """A report in two languages is read in the one that can be, and the other is told."""
    report, codes = _read(text=text)
    assert (report.lang, codes) == ("en", ["language_mixed"])


@pytest.mark.parametrize("text", [ENGLISH, f"{ENGLISH} A worker said: “Gracias a Dios.”", ENGLISH.upper()])
def test_english_is_read_without_remark(text: str) -> None:
    """A few words of another language, or capitals, make no other language of a text."""
    report, codes = _read(text=text)
    assert (report.lang, codes) == ("en", [])


@pytest.mark.parametrize(
    "text", [RUSSIAN_IN_LATIN, "Al menos 14 muertos en un incendio en Karsten", "Çok sayıda ölü var"]
)
def test_words_of_no_known_language_are_not_read(text: str) -> None:
    """A text whose common words are hardly known is in a language that could not be told, and that is said."""
    report, codes = _read(text=text)
    assert (report.lang, codes) == (None, ["language_not_read"])


@pytest.mark.parametrize(
    "text", ["14 killed in fire", "Nine-year-old airlifted after Karsten blast", "Karsten", "14 31"]
)
def test_too_short_a_text_is_read_as_english(text: str) -> None:
    """A text that is too short to tell is read, and that is said; a language given beside it is believed."""
    assert _read(text=text)[1] == ["language_unsure"]
    given, codes = _read(text=text, lang="es")
    assert (given.lang, codes) == ("es", ["language_not_read"])
