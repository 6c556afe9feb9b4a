-- stratum_moment: exact counts and sums of every region by case mix, for the stock of certificates
-- grain:  one row per region, stratum (sector, organisation type and applied star) and measure
-- key:    region_part, stratum_part, measure_no
-- units:  region_part and stratum_part are addends of cell_key (see cell_value); sum_micro in
--         millionths; sum_square in 10^-12, exact
-- reads:  benchmark_dossier, measure_value, region_leaf_member
with

by_leaf as (
    select
        benchmark_dossier.region_leaf_no,
        benchmark_dossier.sector_part + benchmark_dossier.organisation_type_part
        + benchmark_dossier.applied_star_part as stratum_part,
        measure_value.measure_no,
        measure_value.value_micro,
        cast(count(*) as bigint) as n
    from benchmark_dossier
    inner join measure_value on measure_value.row_key = benchmark_dossier.row_key
    where not benchmark_dossier.is_expired
    group by
        benchmark_dossier.region_leaf_no,
        benchmark_dossier.sector_part + benchmark_dossier.organisation_type_part
        + benchmark_dossier.applied_star_part,
        measure_value.measure_no,
        measure_value.value_micro
),

placed as (
    select 0 as region_part, stratum_part, measure_no, value_micro, n from by_leaf
    union all
    select region_leaf_member.cell_part, by_leaf.stratum_part, by_leaf.measure_no, by_leaf.value_micro, by_leaf.n
    from by_leaf
    -- one row for each level the region belongs to
    inner join region_leaf_member on region_leaf_member.region_leaf_no = by_leaf.region_leaf_no
)

select
    cast(region_part as bigint) as region_part,
    stratum_part,
    measure_no,
    cast(sum(n) as bigint) as n,
    cast(sum(n * value_micro) as bigint) as sum_micro,
    cast(sum(cast(value_micro as decimal(19, 0)) * cast(value_micro as decimal(19, 0)) * n) as decimal(38, 0))
        as sum_square
from placed
group by region_part, stratum_part, measure_no
