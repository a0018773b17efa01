"""How Splink is set: its library's comparisons as they come, and tuned for the synthetic set."""

from splink import ColumnExpression, SettingsCreator, block_on
from splink import comparison_level_library as levels
from splink import comparison_library as library
from splink.internals.blocking_rule_creator import BlockingRuleCreator
from splink.internals.comparison_creator import ComparisonCreator

DETERMINISTIC_RECALL = 0.6  # of the exact rules below: the truth is not told to Splink
TRAINED_ON = (("doc",), ("given", "family"))  # EM sessions; a block of "dob" has 31 million pairs
_BLOCKS = (
    "doc",
    "phone",
    "email",
    "given, family",
    "dob, substr(family, 1, 2)",
    "dob, substr(given, 1, 2)",
    "family, substr(dob, 1, 4), substr(given, 1, 1)",
    "given, city, substr(dob, 6, 5)",
)  # eight, as in the measurement that the goals come from: 2.8 million pairs of a million rows


def blocks(columns: str) -> BlockingRuleCreator:
    """A blocking rule; columns are set apart by ``, ``, which functions also have inside."""
    return block_on(*_split(columns))


def certain() -> list[BlockingRuleCreator]:
    """Rules taken for granted when the share of true pairs is estimated."""
    return [block_on("doc"), block_on("phone", "dob"), block_on("email")]


def default() -> SettingsCreator:
    """Splink's library comparisons without arguments of ours."""
    return _settings(
        [
            library.NameComparison("given"),
            library.NameComparison("family"),
            library.DateOfBirthComparison("dob", input_is_string=True),
            library.ExactMatch("nat"),
            library.ExactMatch("city"),
            library.ExactMatch("doc"),
            library.ExactMatch("phone"),
            library.EmailComparison("email"),
        ]
    )


def tuned() -> SettingsCreator:
    """Term frequencies of names and cities, swapped days and months, near document numbers."""
    return _settings(
        [
            _names("given"),
            _names("family"),
            _births(),
            library.ExactMatch("nat"),
            library.ExactMatch("city").configure(term_frequency_adjustments=True),
            library.DamerauLevenshteinAtThresholds("doc", [1]),
            library.ExactMatch("phone"),
            library.ExactMatch("email"),
        ]
    )


def febrl(*, link: bool) -> SettingsCreator:
    """As Splink's own demonstration of FEBRL 4."""
    return SettingsCreator(
        link_type="link_only" if link else "dedupe_only",
        comparisons=[
            library.NameComparison("given_name").configure(term_frequency_adjustments=True),
            library.NameComparison("surname").configure(term_frequency_adjustments=True),
            library.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            library.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]),
            library.DamerauLevenshteinAtThresholds("postcode", [1, 2]),
            library.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            library.DamerauLevenshteinAtThresholds("address_1", [1, 2]),
            library.ExactMatch("state"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"),
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("state", "address_1"),
            block_on("street_number", "address_1"),
            block_on("postcode"),
        ],
    )


def _settings(comparisons: list[ComparisonCreator]) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=[blocks(columns) for columns in _BLOCKS],
        retain_matching_columns=False,
    )


def _names(column: str) -> ComparisonCreator:
    return library.JaroWinklerAtThresholds(column, [0.92, 0.85, 0.75]).configure(
        term_frequency_adjustments=True
    )


def _births() -> ComparisonCreator:
    """Exact, day and month exchanged, one edit, the same day in another year, the same year."""
    parts = "split_part(dob_{0}, '-', 1) = split_part(dob_{1}, '-', 1)"
    year = parts.format("l", "r")
    swapped = (
        f"{year} and split_part(dob_l, '-', 2) = split_part(dob_r, '-', 3)"
        " and split_part(dob_l, '-', 3) = split_part(dob_r, '-', 2)"
    )
    return library.CustomComparison(
        output_column_name="dob",
        comparison_levels=[
            levels.NullLevel("dob"),
            levels.ExactMatchLevel("dob"),
            levels.CustomLevel(swapped, "day and month exchanged"),
            levels.DamerauLevenshteinLevel("dob", 1),
            levels.ExactMatchLevel(ColumnExpression("dob").substr(6, 5)),
            levels.ExactMatchLevel(ColumnExpression("dob").substr(1, 4)),
            levels.ElseLevel(),
        ],
    )


def _split(columns: str) -> list[str]:
    """Commas outside brackets."""
    found, depth = [""], 0
    for char in columns:
        depth += (char == "(") - (char == ")")
        if char == "," and depth == 0:
            found.append("")
        else:
            found[-1] += char
    return [each.strip() for each in found]
