import pytest

from coach.care.local_numbers import LocalNumbers, local_numbers


@pytest.mark.parametrize(
    ("locale", "numbers"),
    [
        ("fi_FI", ("112", "116117")),
        ("sv_FI", ("112", "116117")),
        ("en-FI", ("112", "116117")),
        ("fi_FI.UTF-8", ("112", "116117")),
        ("fi", ("112", "116117")),
        ("en_GB", ("999", "111")),
        ("en_US", ("911", None)),
        ("et_EE", ("112", None)),
        ("zh_Hans_CN", (None, None)),
        ("de_DE@euro", ("112", "116117")),
        ("en", (None, None)),
        ("C", (None, None)),
        ("", (None, None)),
    ],
)
def test_numbers_of_a_locale(locale: str, numbers: tuple[str | None, str | None]) -> None:
    assert local_numbers(locale) == LocalNumbers(*numbers)
