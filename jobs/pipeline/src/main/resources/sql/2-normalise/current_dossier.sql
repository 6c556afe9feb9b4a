-- current_dossier: the newest revision of every dossier that is not withdrawn
-- grain:  one row per dossier
-- key:    row_key
-- reads:  dossier_revision, landed_dossier
with

dossier_revision as (select row_key from dossier_revision where state = 'CURRENT'),

final as (
    select
        landed_dossier.row_key,
        landed_dossier.body_id,
        landed_dossier.source_id,
        landed_dossier.dossier_no,
        landed_dossier.revision,
        landed_dossier.institution_code,
        landed_dossier.institution_name,
        coalesce(landed_dossier.owner_code, landed_dossier.institution_code, landed_dossier.dossier_no) as owner_code,
        coalesce(landed_dossier.region_code, 'UNKNOWN') as region_code,
        coalesce(landed_dossier.sector_id, 'UNKNOWN') as sector_id,
        coalesce(landed_dossier.organisation_type, 'UNKNOWN') as organisation_type,
        landed_dossier.anchor_id,
        landed_dossier.round_id,
        landed_dossier.applied_star,
        landed_dossier.awarded_star,
        landed_dossier.star_absence,
        landed_dossier.assessed_on,
        landed_dossier.certified_on,
        landed_dossier.expires_on,
        landed_dossier.period,
        landed_dossier.scale_map_version,
        landed_dossier.delivery_id,
        landed_dossier.file,
        landed_dossier.sheet,
        landed_dossier.row_number
    from landed_dossier
    inner join dossier_revision on dossier_revision.row_key = landed_dossier.row_key
)

select
    row_key, body_id, source_id, dossier_no, revision,
    institution_code, institution_name, owner_code,
    region_code, sector_id, organisation_type, anchor_id, round_id,
    applied_star, awarded_star, star_absence,
    assessed_on, certified_on, expires_on, period,
    scale_map_version, delivery_id, file, sheet, row_number
from final
