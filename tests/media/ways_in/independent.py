"""What ExifTool, which shares no code with us, can read out of a file beside its picture or sound.

What is left after `told` is structure: how large, how long, how encoded.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

STRUCTURE = {
    "File": """
        BitsPerSample ColorComponents EncodingProcess FileType FileTypeExtension ImageHeight
        ImageWidth MIMEType YCbCrSubSampling MIMEEncoding Newlines LineCount WordCount ByteOrderMark
    """,
    "JFIF": "JFIFVersion ResolutionUnit XResolution YResolution",
    "RIFF": """
        AlphaFilling AlphaFiltering AlphaIsUsed AlphaPreprocessing AnimationLoopCount
        BackgroundColor Duration FrameCount HorizontalScale ImageHeight ImageWidth VP8Version
        VerticalScale WebP_Flags
    """,
    "PDF": "Linearized PDFVersion PageCount",
    "QuickTime": """
        CompatibleBrands CreateDate CurrentTime Duration Free HandlerType HandlerVendorID MajorBrand
        MatrixStructure MediaData MediaDataOffset MediaDataSize MinorVersion ModifyDate
        MovieHeaderVersion NextTrackID PosterTime PreferredRate PreferredVolume PreviewDuration
        PreviewTime SelectionDuration SelectionTime TimeScale
    """,
    "Track": """
        AVCConfiguration AudioBitsPerSample AudioChannels AudioFormat AudioSampleRate AverageBitrate
        Balance BitDepth BufferSize ChunkOffset ColorPrimaries ColorProfiles CompositionTimeToSample
        CompressorID CompressorName GraphicsMode HandlerDescription HandlerType ImageHeight
        ImageWidth MatrixCoefficients MatrixStructure MaxBitrate MediaCreateDate MediaDuration
        MediaHeaderVersion MediaLanguageCode MediaModifyDate MediaTimeScale OpColor PixelAspectRatio
        SampleGroupDescription SampleSizes SampleToChunk SampleToGroup SourceImageHeight
        SourceImageWidth SyncSampleTable TimeToSampleTable TrackCreateDate TrackDuration
        TrackHeaderVersion TrackID TrackLayer TrackModifyDate TrackVolume
        TransferCharacteristics Unknown_btrt Unknown_edts Unknown_esds Unknown_pasp Unknown_colr
        VideoFrameRate VideoFullRangeFlag XResolution YResolution
    """,
}
ALLOWED = {f"{group}:{tag}" for group, tags in STRUCTURE.items() for tag in tags.split()}
NOT_FROM_THE_FILE = ("ExifTool:", "System:", "Composite:", "SourceFile")
NO_DATE = "0000:00:00 00:00:00"
OURS = {"VideoHandler", "SoundHandler", "Lavc libx264", "und", ""}
"""What a box may say where somebody else's software might put words of its own."""

WORDY = ("Unknown_free", "HandlerDescription", "CompressorName", "MediaLanguageCode")


def told(paths: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """By name of the file: everything that it tells and that is not structure."""
    done = subprocess.run(
        ["exiftool", "-json", "-G1", "-a", "-u", "-U", "-ee", "-m", *map(str, paths)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    return {Path(file["SourceFile"]).name: _beyond(file) for file in json.loads(done.stdout)}


def _beyond(tags: dict[str, Any]) -> dict[str, Any]:
    return {tag: value for tag, value in tags.items() if not _is_structure(tag, value)}


def _is_structure(tag: str, value: Any) -> bool:
    if tag.startswith(NOT_FROM_THE_FILE):
        return True
    group, _, name = tag.rpartition(":")
    if name.endswith("Date"):
        return value == NO_DATE
    if name in WORDY:
        return value in OURS
    return f"{group.rstrip('0123456789')}:{name}" in ALLOWED
