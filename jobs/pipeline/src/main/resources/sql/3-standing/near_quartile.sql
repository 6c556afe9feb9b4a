-- near_quartile: how the nearest institutions of a set are distributed
-- grain:  one row per set and measure of the whole or of a domain
-- key:    profile_no, left_out, measure_no
-- units:  n in institutions with a value; q1_micro and the like in millionths, type 7
-- reads:  near_set, near_choice, measure_value, benchmark_measure
with

measure as (select measure_no from benchmark_measure where measure_kind <> 'indicator')

select
    near_set.profile_no,
    near_set.left_out,
    measure_value.measure_no,
    cast(count(*) as bigint) as n,
    percentile_cont(0.25) within group (order by cast(measure_value.value_micro as double)) as q1_micro,
    percentile_cont(0.5) within group (order by cast(measure_value.value_micro as double)) as median_micro,
    percentile_cont(0.75) within group (order by cast(measure_value.value_micro as double)) as q3_micro
from near_set
inner join near_choice
    on near_choice.profile_no = near_set.profile_no and near_choice.turn <> near_set.left_out
inner join measure_value on measure_value.row_key = near_choice.row_key
inner join measure on measure.measure_no = measure_value.measure_no
group by near_set.profile_no, near_set.left_out, measure_value.measure_no
