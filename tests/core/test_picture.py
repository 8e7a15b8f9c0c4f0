"""A picture is written anew: what it carried is gone, what is no picture is refused, and its size is judged before it is decoded."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from alongside.core.picture import LONGEST_KEPT, LONGEST_PREVIEW, MOST_BYTES, Unfit, UnfitPicture, clean_picture

SECRET = b"Hiding Place"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def written(image: Image.Image, format_: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, format_, **options)  # type: ignore[arg-type]
    return out.getvalue()


def halves(size: tuple[int, int] = (60, 40)) -> Image.Image:
    """The left half red, the right half blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    return image


def exif(**tags: int) -> Image.Exif:
    """With where it was taken, and a thumbnail's worth of words. tags: orientation."""
    said = Image.Exif()
    said[0x010E] = SECRET.decode()
    said[0x8825] = {1: "N", 2: (54.0, 58.0, 0.0), 3: "W", 4: (1.0, 36.0, 0.0)}
    if "orientation" in tags:
        said[0x0112] = tags["orientation"]
    return said


def segments(jpeg: bytes) -> list[int]:
    """The markers of a JPEG up to where its scan begins."""
    found, at = [], 2
    while jpeg[at + 1] != 0xDA:
        found.append(jpeg[at + 1])
        at += 2 + struct.unpack(">H", jpeg[at + 2 : at + 4])[0]
    return found


def chunks(png: bytes) -> list[bytes]:
    found, at = [], 8
    while at < len(png):
        found.append(png[at + 4 : at + 8])
        at += 12 + struct.unpack(">I", png[at : at + 4])[0]
    return found


def png_header(width: int, height: int) -> bytes:
    """A PNG that says how large it is, and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    out = b"\x89PNG\r\n\x1a\n"
    for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\x00" * 10)), (b"IEND", b"")):
        out += struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return out


def why(raw: bytes) -> Unfit:
    with pytest.raises(UnfitPicture) as refused:
        clean_picture(raw)
    return refused.value.why


def test_a_photograph_loses_where_it_was_taken_and_all_else_it_carried() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    raw = written(halves(), "JPEG", exif=exif(), icc_profile=profile, comment=SECRET)
    assert {0xE1, 0xE2, 0xFE} < set(segments(raw))
    clean = clean_picture(raw)
    assert clean.had_position
    for out in (clean.picture, clean.preview):
        assert not {*range(0xE1, 0xF0), 0xFE} & set(segments(out)), "only JFIF's own head"
        assert SECRET not in out
        assert not Image.open(BytesIO(out)).getexif()


def test_a_position_in_xmp_is_known_too() -> None:
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="54,58N"/></x:xmpmeta>'
    clean = clean_picture(written(halves(), "JPEG", xmp=xmp))
    assert clean.had_position
    assert b"xmpmeta" not in clean.picture


def test_a_png_loses_its_words() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", SECRET.decode())
    words.add_itxt("Author", SECRET.decode(), zip=True)
    clean = clean_picture(written(halves(), "PNG", pnginfo=words, exif=exif(), dpi=(72, 72)))
    assert clean.format == "png"
    assert clean.had_position
    assert set(chunks(clean.picture)) == {b"IHDR", b"IDAT", b"IEND"}


def test_webp_comes_out_as_jpeg_with_nothing_in_it() -> None:
    clean = clean_picture(written(halves(), "WEBP", exif=exif(), xmp=b"GPSLatitude " + SECRET))
    assert (clean.format, clean.had_position) == ("jpeg", True)
    assert SECRET not in clean.picture


def test_without_a_position_none_is_said_to_be_taken_out() -> None:
    assert not clean_picture(written(halves(), "JPEG")).had_position


def test_it_is_turned_as_it_is_looked_at() -> None:
    clean = clean_picture(written(halves((60, 40)), "JPEG", exif=exif(orientation=6), quality=95))
    assert (clean.width, clean.height) == (40, 60)
    for out in (clean.picture, clean.preview):
        seen = Image.open(BytesIO(out)).convert("RGB")
        assert seen.getpixel((20, 5))[0] > 200, "what was left is on top"  # type: ignore[index]
        assert seen.getpixel((20, 55))[2] > 200  # type: ignore[index]


@pytest.mark.parametrize("size", [(5000, 2500), (2500, 5000)])
def test_the_longest_side_is_brought_down(size: tuple[int, int]) -> None:
    clean = clean_picture(written(halves(size), "JPEG"))
    assert max(clean.width, clean.height) == LONGEST_KEPT
    assert min(clean.width, clean.height) == LONGEST_KEPT // 2
    assert max(Image.open(BytesIO(clean.preview)).size) == LONGEST_PREVIEW


def test_the_first_frame_of_what_moves_is_kept() -> None:
    raw = written(halves(), "WEBP", save_all=True, append_images=[Image.new("RGB", (60, 40), "lime")], lossless=True)
    seen = Image.open(BytesIO(clean_picture(raw).picture)).convert("RGB")
    assert seen.getpixel((5, 5))[0] > 200  # type: ignore[index]


def test_what_is_seen_through_stands_on_white() -> None:
    raw = written(Image.new("RGBA", (20, 20), (0, 0, 0, 0)), "PNG")
    assert Image.open(BytesIO(clean_picture(raw).picture)).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_way_of_keeping_colour_is_read(mode: str) -> None:
    assert clean_picture(written(Image.new(mode, (30, 20)), "PNG")).width == 30


def test_a_picture_for_print_is_read() -> None:
    assert clean_picture(written(Image.new("CMYK", (30, 20)), "JPEG")).format == "jpeg"


@pytest.mark.parametrize("raw", [b"", b"\xff", SVG, b"<html><body>", b"GIF89a" + b"\x00" * 50, b"%PDF-1.7", b"RIFF\x00\x00\x00\x00WAVE"])
def test_what_is_no_picture_is_refused_whatever_it_is_called(raw: bytes) -> None:
    assert why(raw) == Unfit.NO_PICTURE


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_half_a_picture_is_refused(format_: str) -> None:
    raw = written(Image.effect_noise((300, 300), 80).convert("RGB"), format_)
    assert why(raw[: len(raw) // 2]) == Unfit.BROKEN


@pytest.mark.parametrize("size", [(60_000, 60_000), (20_001, 1), (1, 20_001), (6_400, 6_400), (10_000, 10_000)])
def test_its_size_is_judged_by_its_header(size: tuple[int, int]) -> None:
    assert why(png_header(*size)) == Unfit.TOO_MANY_PIXELS


def test_more_than_ten_megabytes_are_refused_unread() -> None:
    assert why(b"\xff\xd8\xff" + b"\x00" * MOST_BYTES) == Unfit.TOO_MANY_BYTES


def test_a_page_behind_a_picture_is_not_kept() -> None:
    assert b"<script" not in clean_picture(written(halves(), "PNG") + SVG).picture


spoiling = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=20)


@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), spoiling, st.integers(0, 400))
def test_whatever_is_sent_it_is_clean_or_refused(format_: str, spoilt: list[tuple[int, int]], cut: int) -> None:
    """By law: no bytes make it fall over, and none come through as they were."""
    raw = bytearray(written(halves(), format_, exif=exif()))
    for at, byte in spoilt:
        raw[at % len(raw)] = byte
    try:
        clean = clean_picture(bytes(raw[: len(raw) - cut]))
    except UnfitPicture:
        return
    assert SECRET not in clean.picture + clean.preview
