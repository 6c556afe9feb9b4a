-- cell_value: how often each value occurs in every benchmark cell
-- grain:  one row per cell, measure and value
-- key:    all columns but n
-- reads:  leaf_value, region_member, period_member, benchmark_cut
-- '*' stands for all; which crosses are kept is data (benchmark_cut).
with

counted as (
    select
        region_member.region_level,
        region_member.member_code as region_code,
        case when grouping(leaf_value.sector_id) = 1 then '*' else leaf_value.sector_id end as sector_id,
        case when grouping(leaf_value.organisation_type) = 1 then '*' else leaf_value.organisation_type end
            as organisation_type,
        case when grouping(leaf_value.applied_star) = 1 then '*' else leaf_value.applied_star end as applied_star,
        case when grouping(leaf_value.awarded_star) = 1 then '*' else leaf_value.awarded_star end as awarded_star,
        period_member.period_kind,
        period_member.member_period as period,
        leaf_value.measure_kind,
        leaf_value.measure_id,
        leaf_value.value_micro,
        cast(sum(leaf_value.n) as bigint) as n
    from leaf_value
    inner join region_member on region_member.region_code = leaf_value.region_code
    inner join period_member on period_member.period = leaf_value.period
    group by grouping sets (
        (region_member.region_level, region_member.member_code, period_member.period_kind, period_member.member_period, leaf_value.measure_kind, leaf_value.measure_id, leaf_value.value_micro),
        (region_member.region_level, region_member.member_code, period_member.period_kind, period_member.member_period, leaf_value.measure_kind, leaf_value.measure_id, leaf_value.value_micro, leaf_value.sector_id),
        (region_member.region_level, region_member.member_code, period_member.period_kind, period_member.member_period, leaf_value.measure_kind, leaf_value.measure_id, leaf_value.value_micro, leaf_value.organisation_type),
        (region_member.region_level, region_member.member_code, period_member.period_kind, period_member.member_period, leaf_value.measure_kind, leaf_value.measure_id, leaf_value.value_micro, leaf_value.applied_star),
        (region_member.region_level, region_member.member_code, period_member.period_kind, period_member.member_period, leaf_value.measure_kind, leaf_value.measure_id, leaf_value.value_micro, leaf_value.awarded_star),
        (region_member.region_level, region_member.member_code, period_member.period_kind, period_member.member_period, leaf_value.measure_kind, leaf_value.measure_id, leaf_value.value_micro, leaf_value.sector_id, leaf_value.organisation_type),
        (region_member.region_level, region_member.member_code, period_member.period_kind, period_member.member_period, leaf_value.measure_kind, leaf_value.measure_id, leaf_value.value_micro, leaf_value.sector_id, leaf_value.awarded_star),
        (region_member.region_level, region_member.member_code, period_member.period_kind, period_member.member_period, leaf_value.measure_kind, leaf_value.measure_id, leaf_value.value_micro, leaf_value.sector_id, leaf_value.organisation_type, leaf_value.applied_star)
    )
),

final as (
    select
        counted.region_level, counted.region_code, counted.sector_id, counted.organisation_type,
        counted.applied_star, counted.awarded_star, counted.period_kind, counted.period,
        counted.measure_kind, counted.measure_id, counted.value_micro, counted.n
    from counted
    inner join benchmark_cut
        on benchmark_cut.by_region = (counted.region_level <> 'nation')
        and benchmark_cut.by_sector = (counted.sector_id <> '*')
        and benchmark_cut.by_organisation_type = (counted.organisation_type <> '*')
        and benchmark_cut.by_applied_star = (counted.applied_star <> '*')
        and benchmark_cut.by_awarded_star = (counted.awarded_star <> '*')
)

select
    region_level, region_code, sector_id, organisation_type, applied_star, awarded_star,
    period_kind, period, measure_kind, measure_id, value_micro, n
from final
