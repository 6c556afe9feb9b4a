-- near_profile: institutions by the traits that make them similar
-- grain:  one row per region, organisation type, sector and star applied for met together
-- key:    profile_no
-- units:  applied_star -1 where none was named
-- reads:  peer_institution, dossier
-- Neighbours are found for the traits there are, not for each of many institutions.
with

profile as (
    select distinct
        peer_institution.region_leaf_no,
        peer_institution.organisation_type_part,
        peer_institution.sector_part,
        cast(coalesce(dossier.applied_star, -1) as bigint) as applied_star
    from peer_institution
    inner join dossier on dossier.row_key = peer_institution.row_key
)

select
    cast(
        row_number() over (order by region_leaf_no, organisation_type_part, sector_part, applied_star) as bigint
    ) as profile_no,
    region_leaf_no,
    organisation_type_part,
    sector_part,
    applied_star
from profile
