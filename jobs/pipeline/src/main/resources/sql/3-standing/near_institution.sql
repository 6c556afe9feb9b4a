-- near_institution: the profile of each institution, and its turn within it
-- grain:  one row per institution
-- key:    row_key
-- units:  turn from 1, the newest assessment first
-- reads:  peer_institution, dossier, near_profile
select
    peer_institution.row_key,
    near_profile.profile_no,
    dossier.assessed_on,
    dossier.body_id,
    dossier.dossier_no,
    cast(row_number() over (
        partition by near_profile.profile_no
        order by dossier.assessed_on desc nulls last, dossier.body_id, dossier.dossier_no
    ) as bigint) as turn
from peer_institution
inner join dossier on dossier.row_key = peer_institution.row_key
inner join near_profile
    on near_profile.region_leaf_no = peer_institution.region_leaf_no
    and near_profile.organisation_type_part = peer_institution.organisation_type_part
    and near_profile.sector_part = peer_institution.sector_part
    and near_profile.applied_star = coalesce(dossier.applied_star, -1)
