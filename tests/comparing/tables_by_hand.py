"""Small tables by hand, in ACLED's, the GED's and HXL's shape, on the invented fight at Kassala."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

ACLED = {
    "event_id_cnty": "SUD1", "event_date": "03 March 2027", "year": "2027", "time_precision": "1",
    "event_type": "Explosions/Remote violence", "sub_event_type": "Shelling/artillery/missile attack",
    "actor1": "Military Forces of Sudan (2019-)", "actor2": "Civilians (Sudan)", "iso": "729", "country": "Sudan",
    "admin1": "Kassala", "location": "Kassala", "latitude": "15.4510", "longitude": "36.4000", "geo_precision": "1",
    "notes": "Shells, it was said; nobody answered.", "fatalities": "11",
}  # fmt: skip
GED = {
    "id": "501", "year": "2027", "type_of_violence": "1", "side_a": "Government of Sudan", "side_b": "Highland Front",
    "where_prec": "1", "where_coordinates": "Kassala town", "latitude": "15.45", "longitude": "36.40",
    "country": "Sudan", "date_prec": "1", "date_start": "2027-03-03 00:00:00.000",
    "date_end": "2027-03-03 00:00:00.000", "best": "11", "high": "14", "low": "9",
}  # fmt: skip
HXL = {
    "#event+id": "h1", "#event+type": "Explosions/Remote violence", "#date+start": "2027-03-03",
    "#date+end": "2027-03-03", "#country+code+v_iso3": "SDN", "#adm1+name": "Kassala", "#loc+name": "Kassala",
    "#geo+lat": "15.451", "#geo+lon": "36.4", "#affected+killed": "11", "#affected+killed+children": "2",
}  # fmt: skip


def table(shape: Mapping[str, str], rows: Sequence[Mapping[str, str]], delimiter: str = ",") -> bytes:
    """A table with the shape's columns; each row changes what the shape's own row says."""
    lines = [list(shape), *([row.get(c, shape[c]) for c in shape] for row in rows)]
    quoted = [delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in line) for line in lines]
    return ("\r\n".join(quoted) + "\r\n").encode("utf-8")


def tagged(rows: Sequence[Mapping[str, str]]) -> bytes:
    """An HXL table: headings, then the row of tags, then rows."""
    headings = ",".join(f"Column {n}" for n in range(len(HXL)))
    return (headings + "\r\n").encode("utf-8") + table(HXL, rows)
