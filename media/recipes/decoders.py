"""The decoders that recordings of families need; no other may touch a film or a sound.

ffmpeg has some five hundred. Most read the games and set-top boxes of one decade, are
hardly tested, and are where a hostile file would aim. The names are those of the
decoders themselves (`ffmpeg -decoders`), which differ from those of the codecs.
"""

from typing import Final

FILM: Final = frozenset(
    (
        *("h264", "hevc", "vp8", "vp9", "libvpx", "libvpx-vp9", "av1", "libdav1d"),
        *("mpeg4", "h263", "h263p", "flv", "mpeg1video", "mpeg2video", "theora", "mjpeg"),
        *("msmpeg4", "msmpeg4v1", "msmpeg4v2", "wmv1", "wmv2", "wmv3", "vc1"),
        *("dvvideo", "prores", "svq1", "svq3", "cinepak", "ffv1", "huffyuv", "rawvideo"),
    )
)
"""Films: phones, browsers, camcorders, and computers of the last thirty years."""

SOUND: Final = frozenset(
    (
        *("aac", "aac_latm", "mp1", "mp1float", "mp2", "mp2float", "mp3", "mp3float"),
        *("opus", "libopus", "vorbis", "libvorbis", "flac", "alac", "wavpack"),
        *("amrnb", "amrwb", "libopencore_amrnb", "libopencore_amrwb", "gsm", "gsm_ms"),
        *("wmav1", "wmav2", "wmapro", "wmavoice", "wmalossless"),
        *("ac3", "eac3", "dca", "truehd", "qdm2", "nellymoser"),
        *("adpcm_ms", "adpcm_ima_wav", "adpcm_ima_qt", "adpcm_g726", "pcm_alaw", "pcm_mulaw"),
        *("pcm_u8", "pcm_s8", "pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s24be"),
        *("pcm_s32le", "pcm_s32be", "pcm_f32le", "pcm_f32be", "pcm_f64le", "pcm_f64be"),
    )
)
"""Sounds: the same, with dictaphones and voice messages."""

ALLOWED: Final = ",".join(sorted(FILM | SOUND))
"""As ffmpeg's `-codec_whitelist` takes them."""
