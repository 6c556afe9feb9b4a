-- domain_residual: how far a dossier's scores in a domain lie from what its items usually get
-- grain:  one row per ordinary current dossier and domain with a score
-- key:    row_key, domain_no
-- units:  sums over n_items, in millionths of the scale; mean_micro their mean, half up
-- reads:  indicator_residual
with

summed as (
    select
        row_key,
        domain_no,
        cast(sum(n_items) as bigint) as n_items,
        cast(sum(score_micro) as bigint) as score_micro,
        cast(sum(residual_micro) as bigint) as residual_micro,
        cast(sum(room_micro) as bigint) as room_micro,
        min(least_micro) as least_micro,
        max(most_micro) as most_micro
    from indicator_residual
    group by row_key, domain_no
)

select
    row_key, domain_no, n_items, score_micro, residual_micro, room_micro, least_micro, most_micro,
    cast(round(cast(residual_micro as double) / n_items) as bigint) as mean_micro
from summed
