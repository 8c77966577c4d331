from rashomon.reading.jsonl import ReadLine, read_jsonl_line, read_lines
from rashomon.reading.read_listing import read_listing
from rashomon.reading.read_reports import read_reports

__all__ = ["ReadLine", "read_jsonl_line", "read_lines", "read_listing", "read_reports"]
