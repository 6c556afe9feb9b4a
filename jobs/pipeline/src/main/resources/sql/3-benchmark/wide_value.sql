-- wide_value: how often each value occurs in every widest cross, before anything is rolled up
-- grain:  one row per widest cross, finest region and period of that cross, measure and value
-- key:    cut_no, region_leaf_no, period_leaf_no, cut_part, measure_part, value_micro
-- units:  cut_part and measure_part are addends of cell_key (see cell_value)
-- reads:  benchmark_dossier, measure_value, benchmark_measure, benchmark_cut
-- Fixed-point scores take few distinct values: counted once here, they give every coarser cross,
-- region and period, every quantile and every share exactly, and they merge over partitions.
with

valued as (
    select
        benchmark_dossier.region_leaf_no,
        benchmark_dossier.period_leaf_no,
        benchmark_dossier.sector_part,
        benchmark_dossier.organisation_type_part,
        benchmark_dossier.applied_star_part,
        benchmark_dossier.awarded_star_part,
        benchmark_measure.cell_part as measure_part,
        measure_value.value_micro
    from measure_value
    inner join benchmark_measure on benchmark_measure.measure_no = measure_value.measure_no
    inner join benchmark_dossier on benchmark_dossier.row_key = measure_value.row_key
),

placed as (
    select
        benchmark_cut.cut_no,
        valued.region_leaf_no * benchmark_cut.by_region as region_leaf_no,
        valued.period_leaf_no,
        valued.sector_part * benchmark_cut.by_sector
        + valued.organisation_type_part * benchmark_cut.by_organisation_type
        + valued.applied_star_part * benchmark_cut.by_applied_star
        + valued.awarded_star_part * benchmark_cut.by_awarded_star as cut_part,
        valued.measure_part,
        valued.value_micro
    from valued
    inner join benchmark_cut on benchmark_cut.cut_no = benchmark_cut.wide_cut_no
)

select
    cut_no, region_leaf_no, period_leaf_no, cut_part, measure_part, value_micro,
    cast(count(*) as bigint) as n
from placed
group by cut_no, region_leaf_no, period_leaf_no, cut_part, measure_part, value_micro
