"""A picture somebody sends, written anew from its pixels: nothing of the file goes further than what can be seen."""

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from threading import Lock

from PIL import Image

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SENT = 20_000  # pixels, of either side
LONGEST_KEPT = 2400  # pixels: a letter on A4 stays readable, at about 200 to the inch
LONGEST_PREVIEW = 320  # pixels
QUALITY = 85
ONE_AT_A_TIME = Lock()  # forty million pixels take about half a gigabyte while they are read

ORIENTATION, GPS = 0x0112, 0x8825  # tags of EXIF
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Unfit(StrEnum):
    NO_PICTURE = "no picture"
    BROKEN = "broken"
    TOO_MANY_BYTES = "too many bytes"
    TOO_MANY_PIXELS = "too many pixels"


class UnfitPicture(ValueError):
    """What was sent is not kept. why: one of Unfit."""

    def __init__(self, why: Unfit) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class CleanPicture:
    """format: "jpeg" or "png", of `picture`; the preview is JPEG. width, height: pixels, as it is looked at.

    had_position: the file said where it was taken.
    """

    format: str
    width: int
    height: int
    picture: bytes
    preview: bytes
    had_position: bool


def clean_picture(raw: bytes) -> CleanPicture:
    """Read JPEG, PNG or WebP, told by the bytes alone, and write it anew: turned as it is looked at, at most LONGEST_KEPT on a side.

    Of an animation the first frame is kept; what is seen through stands on white. No EXIF, XMP, comment, colour profile or
    thumbnail survives, for only pixels are written. Without its profile a picture in a wide colour space looks a little duller.

    The size is judged by the header, before anything is decoded.

    Raises UnfitPicture.
    """
    if len(raw) > MOST_BYTES:
        raise UnfitPicture(Unfit.TOO_MANY_BYTES)
    kind = _kind(raw)
    try:
        with ONE_AT_A_TIME, Image.open(BytesIO(raw), formats=[kind]) as sent:
            _must_not_be_too_large(sent)
            had_position, turn = _had_position(sent), TURNS.get(_exif(sent).get(ORIENTATION, 1))
            sent.draft(None, (LONGEST_KEPT, LONGEST_KEPT))  # a large JPEG is decoded smaller, at a quarter of the memory or less
            seen = _only_pixels(_on_white(sent))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise UnfitPicture(Unfit.TOO_MANY_PIXELS) from bomb
    except UnfitPicture:
        raise
    except Exception as fault:  # a decoder that is fed by strangers raises whatever it likes
        raise UnfitPicture(Unfit.BROKEN) from fault
    seen = seen.transpose(turn) if turn is not None else seen
    format_, picture = _smallest(seen, lossless=kind == "PNG")
    small = seen.copy()
    small.thumbnail((LONGEST_PREVIEW, LONGEST_PREVIEW), Image.Resampling.LANCZOS)
    return CleanPicture(format_, seen.width, seen.height, picture, _written(small, "jpeg"), had_position)


def _kind(raw: bytes) -> str:
    if raw.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "WEBP"
    raise UnfitPicture(Unfit.NO_PICTURE)


def _must_not_be_too_large(sent: Image.Image) -> None:
    if max(sent.size) > LONGEST_SENT or sent.width * sent.height > MOST_PIXELS:
        raise UnfitPicture(Unfit.TOO_MANY_PIXELS)


def _exif(sent: Image.Image) -> Image.Exif:
    """What the camera wrote, or nothing where it cannot be read: then nothing is lost, for none of it is kept."""
    try:
        return sent.getexif()
    except Exception:
        return Image.Exif()


def _had_position(sent: Image.Image) -> bool:
    """Whether the file says where it was taken: in EXIF, or in XMP, which phones and editors write beside it."""
    try:
        in_exif = bool(_exif(sent).get_ifd(GPS))
    except Exception:
        in_exif = True  # there is one, and it cannot be read
    xmp = sent.info.get("xmp") or sent.info.get("XML:com.adobe.xmp") or b""
    return in_exif or b"GPSL" in (xmp if isinstance(xmp, bytes) else str(xmp).encode())


def _on_white(sent: Image.Image) -> Image.Image:
    """The first frame, in colour or in greys, brought down to what is kept before it is copied once more."""
    sent.load()
    seen = _in_plain_colour(sent)
    seen.thumbnail((LONGEST_KEPT, LONGEST_KEPT), Image.Resampling.LANCZOS)
    if seen.mode != "RGBA":
        return seen
    white = Image.new("RGB", seen.size, "white")
    white.paste(seen, mask=seen.getchannel("A"))
    return white


def _in_plain_colour(sent: Image.Image) -> Image.Image:
    """As L, RGB or RGBA; the very same where it is one of them."""
    if sent.mode.startswith("I"):  # sixteen bits of grey
        return sent.convert("I").point(lambda value: value / 256).convert("L")
    wanted = "RGBA" if sent.has_transparency_data else "L" if sent.mode in ("1", "L") else "RGB"
    return sent if sent.mode == wanted else sent.convert(wanted)


def _only_pixels(seen: Image.Image) -> Image.Image:
    """A picture that came from no file: nothing of the file's is written with it."""
    bare = Image.new(seen.mode, seen.size)
    bare.paste(seen)
    return bare


def _smallest(seen: Image.Image, *, lossless: bool) -> tuple[str, bytes]:
    """A drawing or a page of print that came as PNG stays sharp and is smaller so; a photograph is smaller as JPEG."""
    jpeg = _written(seen, "jpeg")
    png = _written(seen, "png") if lossless else jpeg
    return ("png", png) if len(png) < len(jpeg) else ("jpeg", jpeg)


def _written(seen: Image.Image, format_: str) -> bytes:
    out = BytesIO()
    seen.save(out, format_, quality=QUALITY, optimize=format_ == "jpeg")
    return out.getvalue()
