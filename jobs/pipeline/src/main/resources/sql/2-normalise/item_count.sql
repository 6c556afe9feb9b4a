-- item_count: how many items a dossier has scored, set aside and left out
-- grain:  one row per landed dossier with a delivered item
-- key:    row_key
-- reads:  domain_star_score
select
    row_key,
    cast(sum(n_items) as bigint) as n_items,
    cast(sum(n_not_applicable) as bigint) as n_not_applicable,
    cast(sum(n_items - n_scored - n_not_applicable) as bigint) as n_missing
from domain_star_score
group by row_key
