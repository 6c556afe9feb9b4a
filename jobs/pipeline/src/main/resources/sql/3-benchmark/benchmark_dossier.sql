-- benchmark_dossier: the dossiers that are benchmarked, with their place in the cells as numbers
-- grain:  one row per current dossier that is no anchor and no double scoring
-- key:    row_key
-- units:  *_part are addends of cell_key (see cell_value); age_days in days at as_of
-- reads:  dossier, region_leaf, period_leaf, sector_key, organisation_type_key, applied_star_key,
--         awarded_star_key
-- An institution is told by its code; a dossier without one stands for an institution of its own.
with

dossier as (
    select
        row_key,
        region_code,
        sector_id,
        organisation_type,
        coalesce(cast(applied_star as string), 'NONE') as applied_star,
        coalesce(cast(awarded_star as string), 'NONE') as awarded_star,
        period,
        is_expired,
        age_days,
        coalesce(institution_code, body_id || '/' || dossier_no) as institution
    from dossier
    where anchor_id is null and round_id is null
),

institution as (
    select institution, min(row_key) as institution_no, count(*) = 1 as has_one_dossier
    from dossier
    group by institution
),

final as (
    select
        dossier.row_key,
        region_leaf.region_leaf_no,
        period_leaf.period_leaf_no,
        sector_key.cell_part as sector_part,
        organisation_type_key.cell_part as organisation_type_part,
        applied_star_key.cell_part as applied_star_part,
        awarded_star_key.cell_part as awarded_star_part,
        dossier.is_expired,
        dossier.age_days,
        institution.institution_no,
        institution.has_one_dossier
    from dossier
    inner join institution on institution.institution = dossier.institution
    inner join region_leaf on region_leaf.region_code = dossier.region_code
    inner join period_leaf
        on period_leaf.period = dossier.period and period_leaf.is_expired = dossier.is_expired
    inner join sector_key on sector_key.code = dossier.sector_id
    inner join organisation_type_key on organisation_type_key.code = dossier.organisation_type
    inner join applied_star_key on applied_star_key.code = dossier.applied_star
    inner join awarded_star_key on awarded_star_key.code = dossier.awarded_star
)

select
    row_key, region_leaf_no, period_leaf_no, sector_part, organisation_type_part,
    applied_star_part, awarded_star_part, is_expired, age_days, institution_no, has_one_dossier
from final
