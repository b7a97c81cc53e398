"""Why a request gave no page, in a few words that a newsroom reads; what kind of failure that is says ``manners.failures``."""

from __future__ import annotations

from twisted.web.client import ResponseFailed

_NAMES = {
    "DownloadTimeoutError": "timeout",
    "StopDownload": "too slow",
    "CannotResolveHostError": "unknown host",
    "DownloadConnectionRefusedError": "connection refused",
    "DownloadCancelledError": "larger than DOWNLOAD_MAXSIZE",
    "ResponseDataLossError": "cut short",
    "DownloadFailedError": "connection failed",
    "ValueError": "led to no address",
    **dict.fromkeys(("BadGzipFile", "error", "ZstdError"), "badly packed"),
}
"""By the name of the class: zlib and brotli call theirs ``error``."""


def reason_of_error(error: BaseException | None) -> str:
    """Name a download error; one that has no name here keeps that of its class."""
    if error is not None and _is_about_certificates(error):
        return "certificate refused"
    return _NAMES.get(type(error).__name__, type(error).__name__)


def reason_of_refusal(refusal: BaseException) -> str:
    """Name why a request or answer was refused; one of Scrapy's own sentences, with the address in it, tells of a bomb."""
    return "larger than DOWNLOAD_MAXSIZE" if str(refusal).startswith("Ignored response") else str(refusal)


def _is_about_certificates(error: BaseException) -> bool:
    """Whether TLS ended the connection: Scrapy names that no differently from a line that broke."""
    cause = error.__cause__
    failures = cause.reasons if isinstance(cause, ResponseFailed) else ()
    causes = [failure.value for failure in failures] or [cause]
    return any(type(each).__module__.startswith(("OpenSSL", "ssl", "service_identity")) for each in causes)
