-- dossier: every current dossier with the star given and the star its own scores give
-- grain:  one row per current dossier
-- key:    body_id, dossier_no
-- units:  index_micro in millionths of a star, total_micro in millionths of a point
--         age_days in days at as_of
-- reads:  current_dossier, recomputed_by_stars, recomputed_by_bands, item_count, region_member,
--         model_rule, calendar, run_day
-- A certificate holds through its last day: the day delivered, else the model's months from the
-- day of certification (or of assessment); without either it never ends.
with

unit37 as (select region_code, member_code from region_member where region_level = 'unit37'),

province as (select region_code, member_code from region_member where region_level = 'province'),

final as (
    select
        current_dossier.row_key,
        current_dossier.body_id,
        current_dossier.dossier_no,
        current_dossier.revision,
        current_dossier.institution_code,
        current_dossier.institution_name,
        current_dossier.owner_code,
        current_dossier.region_code,
        unit37.member_code as unit37,
        province.member_code as province_code,
        current_dossier.sector_id,
        current_dossier.organisation_type,
        current_dossier.anchor_id,
        current_dossier.round_id,
        current_dossier.applied_star,
        current_dossier.awarded_star,
        coalesce(recomputed_by_stars.recomputed_star, recomputed_by_bands.recomputed_star) as recomputed_star,
        current_dossier.star_absence,
        recomputed_by_stars.index_micro,
        recomputed_by_bands.total_micro,
        coalesce(recomputed_by_stars.is_censored, false) as is_censored,
        coalesce(recomputed_by_stars.is_below_floor, recomputed_by_bands.is_below_floor, false) as is_below_floor,
        current_dossier.assessed_on,
        current_dossier.certified_on,
        current_dossier.expires_on,
        coalesce(current_dossier.expires_on, certified.certificate_ends_on) as valid_until,
        coalesce(
            coalesce(current_dossier.expires_on, certified.certificate_ends_on) < run_day.as_of, false
        ) as is_expired,
        assessed.age_days,
        current_dossier.period,
        coalesce(item_count.n_items, 0) as n_items,
        coalesce(item_count.n_not_applicable, 0) as n_not_applicable,
        coalesce(item_count.n_missing, 0) as n_missing,
        model_rule.model_id,
        model_rule.model_version,
        current_dossier.scale_map_version,
        current_dossier.delivery_id,
        current_dossier.file,
        current_dossier.sheet,
        current_dossier.row_number
    from current_dossier
    cross join model_rule
    cross join run_day
    left join recomputed_by_stars on recomputed_by_stars.row_key = current_dossier.row_key
    left join recomputed_by_bands on recomputed_by_bands.row_key = current_dossier.row_key
    left join item_count on item_count.row_key = current_dossier.row_key
    left join calendar as assessed on assessed.day = current_dossier.assessed_on
    left join calendar as certified
        on certified.day = coalesce(current_dossier.certified_on, current_dossier.assessed_on)
    left join unit37 on unit37.region_code = current_dossier.region_code
    left join province on province.region_code = current_dossier.region_code
)

select
    row_key, body_id, dossier_no, revision, institution_code, institution_name, owner_code,
    region_code, unit37, province_code, sector_id, organisation_type, anchor_id, round_id,
    applied_star, awarded_star, recomputed_star, star_absence, index_micro, total_micro,
    is_censored, is_below_floor, assessed_on, certified_on, expires_on, valid_until, is_expired,
    age_days, period,
    n_items, n_not_applicable, n_missing, model_id, model_version, scale_map_version,
    delivery_id, file, sheet, row_number
from final
