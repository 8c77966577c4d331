"""The issue codes of reading, each with its meaning in one line."""

from __future__ import annotations

from rashomon.model.issue import Issue, Severity

READING_CODES: dict[str, str] = {
    "path_not_found": "A path does not exist or cannot be opened; the other sources are read.",
    "no_reader_for_format": "The bytes are of a format that is not read (picture, book ...), or that needs an extra.",
    "binary_content": "The bytes are no text: NUL bytes or too many control characters.",
    "source_empty": "A source has no bytes, or nothing but white space.",
    "encoding_guessed": "The bytes are not UTF-8 and name no encoding; the likeliest one was used.",
    "characters_damaged": "Some bytes or code units could not be decoded; each stands as U+FFFD.",
    "control_characters": "The text holds control characters; they stay, so that offsets hold.",
    "text_too_long": "The text is longer than the limit; it was read up to the limit.",
    "line_too_long": "A line of JSON Lines is longer than the limit; it was not read.",
    "line_empty": "A line of JSON Lines is empty.",
    "line_not_json": "A line of JSON Lines is no JSON object.",
    "text_missing": "A line of JSON Lines, or a Parquet file or row, has no `text`, or holds only white space there.",
    "field_not_used": "A field of a JSON line has a value of the wrong type; it was left out.",
    "given_id_repeated": "Two reports with different texts carry the same given id.",
    "date_unreadable": "A publication date could not be read; the report counts as undated.",
    "date_impossible": "A publication date does not exist or lies outside 1800 to 2100.",
    "date_in_future": "A publication date lies after the report was learned; the report counts as undated.",
    "date_ambiguous": "Day and month of a publication date can be meant either way; both days are kept as a range.",
    "address_unreadable": "The report's address is no http or https address; it identifies nothing.",
    "language_not_read": "The report is in a language that is not read yet; it is kept and compared for copies only.",
    "language_contradicted": "The language given differs from the language that the text is in; the text decides.",
    "language_mixed": "Part of the text is in a language that is not read yet; only the rest is read.",
    "language_unsure": "The text is too short or mixed to tell its language; it is read as English.",
    "page_without_text": "An HTML page holds no article text.",
    "page_damaged": "An HTML page could not be taken apart; it was not read.",
    "entities_refused": "A feed or sitemap declares XML entities of its own, which can be an attack; it was not read.",
    "markup_cut": "A page, feed or sitemap is longer than the limit; what stands before it was read.",
    "markup_damaged": "A feed or sitemap is no well-formed XML; it was read as far as it can be understood.",
    "entries_cut": "A feed or sitemap has more entries than the limit; the first ones were read.",
    "entries_only_listed": "A feed, list or sitemap names entries without their text; they were counted, not read.",
    "feed_empty": "A feed or sitemap has no entries.",
    "archive_damaged": "An archive or one of its members is damaged or cut off; what stands before was read.",
    "unpacked_too_large": "Packed bytes unfold beyond the limits on size or ratio, as a bomb does; they were not read.",
    "members_cut": "An archive or mailbox holds more members than the limit; the first ones were read.",
    "nested_too_deep": "An archive or mail lies deeper inside others than is followed; it was not opened.",
    "encrypted": "A PDF, or a member of an archive, is encrypted; it was not read.",
    "member_name_unsafe": "A member's name points outside its archive, or is a link; nothing is ever written to disk.",
    "records_left_out": "Answers in a web archive that are no page (other status, pictures, scripts) were left out.",
    "mail_without_text": "A mail holds no text of its own.",
    "mail_damaged": "A mail's parts could not be taken apart; what could be told was read.",
    "pdf_without_text": "A PDF holds pictures of pages only, or no text that can be extracted.",
    "pdf_damaged": "A PDF, or a page of it, could not be taken apart; the rest was read.",
    "pages_cut": "A PDF has more pages, or more in them, than the limit; the first pages were read.",
    "not_a_feed": "A source that should list addresses is no feed, list of feeds or sitemap.",
}


def issue(code: str, severity: Severity, about: str, message: str, suggestion: str = "") -> Issue:
    """An issue of reading; `about` is the report's id, or the input's name where no id could be made."""
    if code not in READING_CODES:
        raise KeyError(code)
    return Issue(code=code, severity=severity, report=about, message=message, suggestion=suggestion)
