-- star_count: how many dossiers of each cell hold each awarded star
-- grain:  one row per cell and star (stars nobody holds are counted as 0)
-- key:    all text columns, star
-- reads:  cell_value, model_star_range
with

cell as (
    select
        region_level, region_code, sector_id, organisation_type, applied_star, awarded_star,
        period_kind, period,
        cast(sum(n) as bigint) as n_total
    from cell_value
    where measure_kind = 'star'
    group by
        region_level, region_code, sector_id, organisation_type, applied_star, awarded_star,
        period_kind, period
),

final as (
    select
        cell.region_level, cell.region_code, cell.sector_id, cell.organisation_type,
        cell.applied_star, cell.awarded_star, cell.period_kind, cell.period,
        model_star_range.star,
        coalesce(cell_value.n, 0) as n,
        cell.n_total
    from cell
    cross join model_star_range
    left join cell_value
        on cell_value.measure_kind = 'star'
        and cell_value.value_micro = model_star_range.star * 1000000
        and cell_value.region_level = cell.region_level
        and cell_value.region_code = cell.region_code
        and cell_value.sector_id = cell.sector_id
        and cell_value.organisation_type = cell.organisation_type
        and cell_value.applied_star = cell.applied_star
        and cell_value.awarded_star = cell.awarded_star
        and cell_value.period_kind = cell.period_kind
        and cell_value.period = cell.period
)

select
    region_level, region_code, sector_id, organisation_type, applied_star, awarded_star,
    period_kind, period, star, n, n_total
from final
