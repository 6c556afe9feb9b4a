-- body_stratum: by body and kind of client, how many stars were given and how scores stood
-- grain:  one row per body, sector, organisation type, star applied for and declared region
-- key:    body_id, sector_id, organisation_type, applied_star, region_code
-- units:  sum_micro in millionths of the scale, square in 10^-12, over the n_scored dossiers with scores
-- reads:  dossier, dossier_residual, pass_star, region_member, case_mix
-- A dossier passes when it is awarded what it applied for, or where nobody applies for a star, the
-- star that splits all dossiers most evenly. The region is empty unless the checks declare a level.
select
    dossier.body_id,
    dossier.sector_id,
    dossier.organisation_type,
    coalesce(dossier.applied_star, -1) as applied_star,
    coalesce(region_member.member_code, '') as region_code,
    cast(count(dossier.awarded_star) as bigint) as n_starred,
    cast(
        sum(case when dossier.awarded_star >= coalesce(dossier.applied_star, pass_star.star) then 1 else 0 end) as bigint
    ) as n_passed,
    cast(count(dossier_residual.row_key) as bigint) as n_scored,
    cast(coalesce(sum(dossier_residual.residual_micro), 0) as bigint) as sum_micro,
    cast(
        coalesce(
            sum(
                cast(dossier_residual.residual_micro as decimal(19, 0))
                * cast(dossier_residual.residual_micro as decimal(19, 0))
            ),
            0
        ) as decimal(38, 0)
    ) as square
from dossier
cross join pass_star
cross join case_mix
left join region_member
    on region_member.region_code = dossier.region_code and region_member.region_level = case_mix.region_level
left join dossier_residual on dossier_residual.row_key = dossier.row_key
where dossier.anchor_id is null and dossier.round_id is null
group by
    dossier.body_id,
    dossier.sector_id,
    dossier.organisation_type,
    coalesce(dossier.applied_star, -1),
    coalesce(region_member.member_code, '')
