"""A locked file opens with its passphrase and as it was, or not at all."""

import io

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.lock.heading import MOST_WORK, LockError, NoLockedFile, WrongPassphrase, new_heading
from alongside.core.lock.locked_file import PIECE, TAG, LockedReader, LockedWriter

PHRASE = "a kettle, a chair, a door"
LENGTHS = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7]


def locked(data: bytes, phrase: str = PHRASE) -> bytes:
    """With next to no work for the passphrase, so that thousands can be tried."""
    sink = io.BytesIO()
    writer = LockedWriter(sink, phrase, work=1)
    for at in range(0, len(data), 50_000):
        writer.write(data[at : at + 50_000])
    writer.close()
    return sink.getvalue()


def opened(file: bytes, phrase: str = PHRASE) -> bytes:
    reader = LockedReader(io.BytesIO(file), phrase)
    data = b"".join(iter(lambda: reader.read(30_000), b""))
    reader.finish()
    return data


def some(length: int) -> bytes:
    return bytes(number * 7 % 251 for number in range(length))


FILE = locked(some(2 * PIECE + 100))
HEADING = len(new_heading(PHRASE, work=1)[0])
CUTS = [HEADING, HEADING + PIECE + TAG, HEADING + 2 * (PIECE + TAG)]


@pytest.mark.parametrize("length", LENGTHS)
def test_it_opens_as_it_was(length: int) -> None:
    assert opened(locked(some(length))) == some(length)


@given(st.data())
def test_no_bit_can_be_changed(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(FILE) - 1))
    changed = bytearray(FILE)
    changed[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(LockError):
        opened(bytes(changed))


def test_no_bit_of_the_heading_can_be_changed() -> None:
    """Each of them, for it is here that writing may mean the same in two ways."""
    for bit in range(8 * HEADING):
        changed = bytearray(FILE)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(LockError):
            opened(bytes(changed))


@given(st.integers(0, len(FILE) - 1))
def test_no_end_can_be_cut_off(length: int) -> None:
    with pytest.raises(LockError):
        opened(FILE[:length])


@pytest.mark.parametrize("length", CUTS)
def test_no_end_can_be_cut_off_between_two_pieces(length: int) -> None:
    with pytest.raises(LockError):
        opened(FILE[:length])


def test_pieces_cannot_change_places_be_doubled_or_left_out() -> None:
    heading, first, second, last = (FILE[start:end] for start, end in zip([0, *CUTS[:3]], [*CUTS[:3], len(FILE)], strict=True))
    assert heading + first + second + last == FILE
    for wrong in ([second, first, last], [first, first, second, last], [first, last], [first, second, last, last], [last]):
        with pytest.raises(LockError):
            opened(heading + b"".join(wrong))


@given(st.binary(min_size=1, max_size=200))
def test_nothing_can_be_added(more: bytes) -> None:
    with pytest.raises(LockError):
        opened(FILE + more)


@given(st.text(min_size=1).filter(lambda phrase: phrase != PHRASE))
def test_another_passphrase_does_not_open_it(phrase: str) -> None:
    with pytest.raises(WrongPassphrase):
        opened(FILE, phrase)


@given(st.binary(max_size=400))
def test_another_file_is_none(data: bytes) -> None:
    with pytest.raises(NoLockedFile):
        opened(data)


def test_a_heading_cannot_ask_for_any_amount_of_memory() -> None:
    with pytest.raises(NoLockedFile, match="more work"):
        opened(FILE.replace(b" 1\n", b" 60\n", 1))


@pytest.mark.parametrize("length", LENGTHS)
def test_another_program_opens_ours(length: int) -> None:
    assert pyrage.passphrase.decrypt(locked(some(length)), PHRASE) == some(length)


@pytest.mark.slow
def test_we_open_another_programs() -> None:
    """It works for a second on the passphrase: on a machine of another year, more than is obeyed here."""
    file = pyrage.passphrase.encrypt(some(PIECE + 9), PHRASE)
    if int(file.split(b"\n")[1].split()[-1]) > MOST_WORK:
        pytest.skip("This machine is too quick for the other program.")
    assert opened(file) == some(PIECE + 9)


def test_words_do_not_stand_in_it() -> None:
    assert b"Sam likes tea" not in locked(b"Sam likes tea " * 1000)
