"""Item pipelines: each hands one field on to a pure function."""

from crawler.pipelines.desk import (
    BylinePipeline,
    CheckPipeline,
    CreditPipeline,
    DatelinePipeline,
    DatePipeline,
    FactsPipeline,
    IdentityPipeline,
    TeaserPipeline,
)

__all__ = [
    "BylinePipeline",
    "CheckPipeline",
    "CreditPipeline",
    "DatePipeline",
    "DatelinePipeline",
    "FactsPipeline",
    "IdentityPipeline",
    "TeaserPipeline",
]
