-- dossier_residual: how far a dossier's scores lie from what its items usually get, and its shape
-- grain:  one row per ordinary current dossier with a score
-- key:    row_key
-- units:  residual_micro, room_micro and score_micro are means over items, in millionths of the scale, half
--         up; residual_sum_micro and room_sum_micro are sums over items;
--         domain_sum_micro and domain_square over the means of its domains, for complete dossiers
-- reads:  dossier, domain_residual, model_rule
with

summed as (
    select
        row_key,
        cast(count(*) as bigint) as n_domains,
        cast(sum(n_items) as bigint) as n_items,
        cast(sum(score_micro) as bigint) as score_micro,
        cast(sum(residual_micro) as bigint) as residual_micro,
        cast(sum(room_micro) as bigint) as room_micro,
        min(least_micro) as least_micro,
        max(most_micro) as most_micro,
        cast(sum(mean_micro) as bigint) as domain_sum_micro,
        cast(sum(mean_micro * mean_micro) as bigint) as domain_square
    from domain_residual
    group by row_key
)

select
    summed.row_key,
    dossier.body_id,
    dossier.period,
    summed.n_items,
    summed.n_domains = model_rule.n_domains as is_complete,
    summed.least_micro = summed.most_micro as is_straight,
    cast(round(cast(summed.score_micro as double) / summed.n_items) as bigint) as score_micro,
    cast(round(cast(summed.residual_micro as double) / summed.n_items) as bigint) as residual_micro,
    cast(round(cast(summed.room_micro as double) / summed.n_items) as bigint) as room_micro,
    summed.residual_micro as residual_sum_micro,
    summed.room_micro as room_sum_micro,
    summed.domain_sum_micro,
    summed.domain_square
from summed
inner join dossier on dossier.row_key = summed.row_key
cross join model_rule
