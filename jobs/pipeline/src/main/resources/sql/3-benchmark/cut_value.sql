-- cut_value: how often each value occurs in every cross, before regions and periods are rolled up
-- grain:  one row per cross, finest region and period of that cross, measure and value
-- key:    region_leaf_no, period_leaf_no, cut_part, value_micro
-- units:  cut_part is an addend of cell_key (see cell_value), the measure's included
-- reads:  wide_value, benchmark_cut, cell_radix
-- A cross is counted from the widest cross that holds all of its dimensions: far fewer rows than
-- dossiers. A digit of cut_part is what its radix and the next one leave of it.
with

narrowed as (
    select
        wide_value.region_leaf_no * benchmark_cut.by_region as region_leaf_no,
        wide_value.period_leaf_no,
        (wide_value.cut_part - wide_value.cut_part % cell_radix.sector_radix) * benchmark_cut.by_sector
        + (wide_value.cut_part % cell_radix.sector_radix - wide_value.cut_part % cell_radix.organisation_type_radix)
        * benchmark_cut.by_organisation_type
        + (wide_value.cut_part % cell_radix.organisation_type_radix - wide_value.cut_part % cell_radix.applied_star_radix)
        * benchmark_cut.by_applied_star
        + wide_value.cut_part % cell_radix.applied_star_radix * benchmark_cut.by_awarded_star
        + wide_value.measure_part as cut_part,
        wide_value.value_micro,
        wide_value.n
    from wide_value
    inner join benchmark_cut
        on benchmark_cut.wide_cut_no = wide_value.cut_no and benchmark_cut.cut_no <> wide_value.cut_no
    cross join cell_radix
),

final as (
    select region_leaf_no, period_leaf_no, cut_part + measure_part as cut_part, value_micro, n
    from wide_value
    union all
    select region_leaf_no, period_leaf_no, cut_part, value_micro, cast(sum(n) as bigint) as n
    from narrowed
    group by region_leaf_no, period_leaf_no, cut_part, value_micro
)

select region_leaf_no, period_leaf_no, cut_part, value_micro, n from final
