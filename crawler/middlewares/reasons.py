"""Why a request gave no page, in a few words that a newsroom reads."""

from __future__ import annotations

_NAMES = {
    "DownloadTimeoutError": "timeout",
    "CannotResolveHostError": "unknown host",
    "DownloadConnectionRefusedError": "connection refused",
    "DownloadCancelledError": "larger than DOWNLOAD_MAXSIZE",
    "ResponseDataLossError": "cut short",
    "DownloadFailedError": "connection failed",
}


def reason_of_error(error: BaseException | None) -> str:
    """Name a download error; one that has no name here keeps that of its class."""
    return _NAMES.get(type(error).__name__, type(error).__name__)
