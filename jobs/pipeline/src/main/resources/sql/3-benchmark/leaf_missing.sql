-- leaf_missing: how many dossiers have no value of a measure, where some have none
-- grain:  one row per cross, finest region and period of that cross, and measure
-- key:    cut_part, region_leaf_no, period_leaf_no, measure_no
-- units:  cut_part is an addend of cell_key (see cell_value), without the measure's
-- reads:  leaf_contributor, benchmark_measure, cut_value
with

counted as (
    select cut_part, region_leaf_no, period_leaf_no, cast(sum(n) as bigint) as n
    from leaf_contributor
    group by cut_part, region_leaf_no, period_leaf_no
),

valued as (
    select cut_part, region_leaf_no, period_leaf_no, cast(sum(n) as bigint) as n
    from cut_value
    group by cut_part, region_leaf_no, period_leaf_no
)

select
    counted.cut_part,
    counted.region_leaf_no,
    counted.period_leaf_no,
    benchmark_measure.measure_no,
    cast(counted.n - coalesce(valued.n, 0) as bigint) as n
from counted
cross join benchmark_measure
left join valued
    on valued.cut_part = counted.cut_part + benchmark_measure.cell_part
    and valued.region_leaf_no = counted.region_leaf_no
    and valued.period_leaf_no = counted.period_leaf_no
where counted.n > coalesce(valued.n, 0)
