-- body_moment: exact counts and sums by assessment body
-- grain:  one row per body and measure
-- key:    body_id, measure_kind, measure_id
-- units:  sum_micro in millionths; sum_square in 10^-12, exact
-- reads:  dossier, measure_value, benchmark_measure
with

counted as (
    select
        dossier.body_id,
        measure_value.measure_no,
        measure_value.value_micro,
        cast(count(*) as bigint) as n
    from measure_value
    inner join dossier on dossier.row_key = measure_value.row_key
    where dossier.anchor_id is null and dossier.round_id is null
    group by dossier.body_id, measure_value.measure_no, measure_value.value_micro
)

select
    counted.body_id,
    benchmark_measure.measure_kind,
    benchmark_measure.measure_id,
    cast(sum(counted.n) as bigint) as n,
    cast(sum(counted.n * counted.value_micro) as bigint) as sum_micro,
    cast(
        sum(cast(counted.value_micro as decimal(19, 0)) * cast(counted.value_micro as decimal(19, 0)) * counted.n)
        as decimal(38, 0)
    ) as sum_square
from counted
inner join benchmark_measure on benchmark_measure.measure_no = counted.measure_no
group by counted.body_id, benchmark_measure.measure_kind, benchmark_measure.measure_id
