-- past_point: with which traits an institution is asked for among which others
-- grain:  one row per step and institution that stood in the release before and stands now
-- key:    step, institution_code
-- units:  step 1: as it was, among the others by today's method; 2: among them as they are known now;
--         3: as it is now, among the same. member_scene: the others' scene in past_institution.
--         own_*: its own traits in that scene, 0 where it has none
-- reads:  past_institution, former_institution, peer_institution, dossier
with

own as (
    select
        coalesce(dossier.institution_code, dossier.body_id || '/' || dossier.dossier_no) as institution_code,
        peer_institution.row_key,
        peer_institution.region_leaf_no,
        peer_institution.organisation_type_part,
        peer_institution.sector_part
    from peer_institution
    inner join dossier on dossier.row_key = peer_institution.row_key
),

stood as (
    select own.institution_code, own.row_key, own.region_leaf_no, own.organisation_type_part, own.sector_part
    from own
    inner join former_institution on former_institution.institution_code = own.institution_code
),

known as (
    select institution_code, region_leaf_no, organisation_type_part, sector_part
    from past_institution
    where scene = 2
),

final as (
    select
        past_institution.scene as step,
        past_institution.scene as member_scene,
        stood.institution_code,
        stood.row_key,
        past_institution.region_leaf_no,
        past_institution.organisation_type_part,
        past_institution.sector_part,
        past_institution.region_leaf_no as own_leaf_no,
        past_institution.organisation_type_part as own_type_part,
        past_institution.sector_part as own_sector_part
    from stood
    inner join past_institution on past_institution.institution_code = stood.institution_code
    union all
    select
        3 as step,
        2 as member_scene,
        stood.institution_code,
        stood.row_key,
        stood.region_leaf_no,
        stood.organisation_type_part,
        stood.sector_part,
        coalesce(known.region_leaf_no, 0) as own_leaf_no,
        coalesce(known.organisation_type_part, 0) as own_type_part,
        coalesce(known.sector_part, 0) as own_sector_part
    from stood
    left join known on known.institution_code = stood.institution_code
)

select
    step, member_scene, institution_code, row_key, region_leaf_no, organisation_type_part, sector_part,
    own_leaf_no, own_type_part, own_sector_part
from final
