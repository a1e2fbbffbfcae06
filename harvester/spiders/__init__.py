"""The walk: a run over sites, from seeds to articles. Only here and in ``fetching`` is Scrapy's engine known.

The scheduler hands out what a free host can take, the spider makes one ``Outcome`` of each response or
failure, the pipelines commit it.
"""
