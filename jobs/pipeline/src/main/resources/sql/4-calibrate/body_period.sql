-- body_period: by body and month, exact sums of scores and of their distance from what is usual
-- grain:  one row per body, month and domain (domain_no -1: all)
-- key:    body_id, period, domain_no
-- units:  sum_* in millionths, square in 10^-12; a domain's distance is less what the rest of its dossier
--         leads one to expect, as in body_part; sum_room_micro of the mean room, see score_expectation
-- reads:  dossier_residual, domain_residual
with

placed as (
    select body_id, period, -1 as domain_no, score_micro, residual_micro, room_micro from dossier_residual
    union all
    select
        dossier_residual.body_id,
        dossier_residual.period,
        domain_residual.domain_no,
        cast(round(cast(domain_residual.score_micro as double) / domain_residual.n_items) as bigint) as score_micro,
        cast(
            round(
                (
                    domain_residual.residual_micro
                    - cast(dossier_residual.residual_sum_micro - domain_residual.residual_micro as double)
                    * domain_residual.room_micro / (dossier_residual.room_sum_micro - domain_residual.room_micro)
                )
                / domain_residual.n_items
            ) as bigint
        ) as residual_micro,
        cast(round(cast(domain_residual.room_micro as double) / domain_residual.n_items) as bigint) as room_micro
    from domain_residual
    inner join dossier_residual on dossier_residual.row_key = domain_residual.row_key
    where dossier_residual.room_sum_micro > domain_residual.room_micro
)

select
    body_id, period, cast(domain_no as int) as domain_no,
    cast(count(*) as bigint) as n,
    cast(sum(score_micro) as bigint) as sum_score_micro,
    cast(sum(residual_micro) as bigint) as sum_residual_micro,
    cast(sum(cast(residual_micro as decimal(19, 0)) * cast(residual_micro as decimal(19, 0))) as decimal(38, 0))
        as square,
    cast(sum(room_micro) as bigint) as sum_room_micro
from placed
group by body_id, period, domain_no
