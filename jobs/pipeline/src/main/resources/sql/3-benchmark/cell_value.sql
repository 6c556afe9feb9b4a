-- cell_value: how often each value occurs in every benchmark cell
-- grain:  one row per cell, measure and value
-- key:    cell_key, value_micro
-- units:  cell_key is one whole number for region, sector, organisation type, stars, measure and
--         period, a sum of one addend each (0 stands for all), so that grouping compares one number
-- reads:  cut_value, region_leaf_member, period_leaf_member
with

by_region as (
    select
        region_leaf_member.cell_part + cut_value.cut_part as cell_part,
        cut_value.period_leaf_no,
        cut_value.value_micro,
        cast(sum(cut_value.n) as bigint) as n
    from cut_value
    -- one row for each level the region belongs to
    inner join region_leaf_member on region_leaf_member.region_leaf_no = cut_value.region_leaf_no
    group by
        region_leaf_member.cell_part + cut_value.cut_part, cut_value.period_leaf_no, cut_value.value_micro
)

select
    by_region.cell_part + period_leaf_member.cell_part as cell_key,
    by_region.value_micro,
    cast(sum(by_region.n) as bigint) as n
from by_region
-- one row for each period the month belongs to; dossiers past their certificate are in no stock
inner join period_leaf_member
    on period_leaf_member.period_leaf_no = by_region.period_leaf_no and period_leaf_member.is_counted
group by by_region.cell_part + period_leaf_member.cell_part, by_region.value_micro
