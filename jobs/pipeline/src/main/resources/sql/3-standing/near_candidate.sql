-- near_candidate: the first institutions of every set of common traits
-- grain:  one row per set of common traits and institution that may be a nearest of somebody's
-- key:    region_key, organisation_type_part, sector_part, applied_star, turn
-- units:  a part is 0 where the set holds every value of it; turn from 1, the newest assessment first
-- reads:  near_profile, near_region, near_institution, peer_limit
-- Nobody's nearest can lie behind nearest_n + 1 others of a set: all of these come before it, for
-- whoever the set was made for, and the institution itself is one of them at most.
with

kept as (select cast(0 as bigint) as is_kept union all select cast(1 as bigint) as is_kept),

member as (
    select
        near_institution.row_key,
        near_institution.profile_no,
        near_institution.assessed_on,
        near_institution.body_id,
        near_institution.dossier_no
    from near_institution
    cross join peer_limit
    where near_institution.turn <= peer_limit.nearest_n + 1
),

-- a profile belongs to a set for each surrounding, with or without its type and sector
grouped as (
    select
        near_region.region_key,
        near_profile.organisation_type_part * by_type.is_kept as organisation_type_part,
        near_profile.sector_part * by_sector.is_kept as sector_part,
        near_profile.applied_star,
        near_profile.profile_no
    from near_profile
    inner join near_region on near_region.region_leaf_no = near_profile.region_leaf_no
    cross join kept as by_type
    cross join kept as by_sector
),

ranked as (
    select
        grouped.region_key,
        grouped.organisation_type_part,
        grouped.sector_part,
        grouped.applied_star,
        grouped.profile_no,
        member.row_key,
        cast(row_number() over (
            partition by
                grouped.region_key, grouped.organisation_type_part, grouped.sector_part, grouped.applied_star
            order by member.assessed_on desc nulls last, member.body_id, member.dossier_no
        ) as bigint) as turn
    from grouped
    inner join member on member.profile_no = grouped.profile_no
)

select
    ranked.region_key, ranked.organisation_type_part, ranked.sector_part, ranked.applied_star,
    ranked.profile_no, ranked.row_key, ranked.turn
from ranked
cross join peer_limit
where ranked.turn <= peer_limit.nearest_n + 1
