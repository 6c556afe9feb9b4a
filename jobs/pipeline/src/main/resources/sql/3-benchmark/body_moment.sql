-- body_moment: exact counts and sums by assessment body
-- grain:  one row per body and measure
-- key:    body_id, measure_kind, measure_id
-- units:  sum_micro in millionths; sum_square in 10^-12, exact
-- reads:  dossier, measure_value
with

counted as (
    select
        dossier.body_id,
        measure_value.measure_kind,
        measure_value.measure_id,
        measure_value.value_micro,
        cast(count(*) as bigint) as n
    from measure_value
    inner join dossier on dossier.row_key = measure_value.row_key
    where dossier.anchor_id is null and dossier.round_id is null
    group by dossier.body_id, measure_value.measure_kind, measure_value.measure_id, measure_value.value_micro
)

select
    body_id,
    measure_kind,
    measure_id,
    cast(sum(n) as bigint) as n,
    cast(sum(n * value_micro) as bigint) as sum_micro,
    cast(sum(cast(value_micro as decimal(19, 0)) * cast(value_micro as decimal(19, 0)) * n) as decimal(38, 0))
        as sum_square
from counted
group by body_id, measure_kind, measure_id
