"""Lines of text to who is named in them: source lines, credits, datelines, bylines, suffixes, corrections.

Everything here takes strings and gives frozen values; no page, no network, no clock. The words (agencies,
labels, generic parties, connectives in many languages) are TOML files in ``words/`` and can be extended:
``load_lexicon``.
"""

from harvester.attribution.agencies import Agency, load_agencies
from harvester.attribution.byline import Byline, parse_byline
from harvester.attribution.correction import is_correction, parse_correction
from harvester.attribution.credit import Caption, is_credit_line, split_credit
from harvester.attribution.dateline import parse_dateline
from harvester.attribution.labels import Labelled, split_label
from harvester.attribution.lexicon import Lexicon, load_lexicon
from harvester.attribution.sign_off import is_source_line, parse_sign_off
from harvester.attribution.source_line import SourceLine, parse_source_line
from harvester.attribution.suffix import AgencySuffix, split_agency_suffix

__all__ = [
    "Agency",
    "AgencySuffix",
    "Byline",
    "Caption",
    "Labelled",
    "Lexicon",
    "SourceLine",
    "is_correction",
    "is_credit_line",
    "is_source_line",
    "load_agencies",
    "load_lexicon",
    "parse_byline",
    "parse_correction",
    "parse_dateline",
    "parse_sign_off",
    "parse_source_line",
    "split_agency_suffix",
    "split_credit",
    "split_label",
]
