"""Another data set's table (ACLED, UCDP GED, HXL) held against the record's events.

Pure functions: bytes of a table and dossiers in, one `TableComparison` out. An event of ours is compared as exports
would write it: with the same deaths, the same places, the same merging.
"""
