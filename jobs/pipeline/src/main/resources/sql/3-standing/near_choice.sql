-- near_choice: the nearest institutions of each profile, its own among them
-- grain:  one row per profile and institution near it, nearest_n + 1 of them where there are as many
-- key:    profile_no, turn
-- units:  distance from 0 to n_distance, whole numbers: Gower's mean of four parts, times n_distance
-- reads:  near_profile, near_region, near_leaf, near_candidate, near_institution, peer_limit
-- Ties go to the newest assessment, then by body and number. Sets that lie further away than one
-- which alone has enough are not looked into.
with

kept as (select cast(0 as bigint) as is_kept union all select cast(1 as bigint) as is_kept),

star as (select distinct applied_star from near_profile),

deepest as (select max(n_levels) as n_levels from near_leaf),

-- a whole for each of four parts
unit as (
    select
        deepest.n_levels,
        peer_limit.star_steps,
        deepest.n_levels * peer_limit.star_steps as whole,
        peer_limit.nearest_n
    from deepest
    cross join peer_limit
),

star_pair as (
    select
        star.applied_star,
        other.applied_star as other_star,
        case
            when star.applied_star = other.applied_star then cast(0 as bigint)
            when star.applied_star < 0 or other.applied_star < 0 then unit.star_steps
            else least(abs(star.applied_star - other.applied_star), unit.star_steps)
        end as star_steps
    from star
    cross join star as other
    cross join unit
),

-- nobody in a set is further away than this
reach as (
    select
        near_profile.profile_no,
        near_region.region_key,
        near_profile.organisation_type_part * by_type.is_kept as organisation_type_part,
        near_profile.sector_part * by_sector.is_kept as sector_part,
        star_pair.other_star as applied_star,
        near_region.region_steps * unit.star_steps
        + (2 - by_type.is_kept - by_sector.is_kept) * unit.whole
        + star_pair.star_steps * unit.n_levels as distance
    from near_profile
    inner join near_region on near_region.region_leaf_no = near_profile.region_leaf_no
    cross join kept as by_type
    cross join kept as by_sector
    inner join star_pair on star_pair.applied_star = near_profile.applied_star
    cross join unit
),

full_set as (
    select near_candidate.region_key, near_candidate.organisation_type_part, near_candidate.sector_part, near_candidate.applied_star
    from near_candidate
    cross join unit
    where near_candidate.turn = unit.nearest_n + 1
),

enough as (
    select reach.profile_no, min(reach.distance) as distance
    from reach
    inner join full_set
        on full_set.region_key = reach.region_key
        and full_set.organisation_type_part = reach.organisation_type_part
        and full_set.sector_part = reach.sector_part
        and full_set.applied_star = reach.applied_star
    group by reach.profile_no
),

found as (
    select distinct reach.profile_no, near_candidate.profile_no as other_profile_no, near_candidate.row_key
    from reach
    left join enough on enough.profile_no = reach.profile_no
    inner join near_candidate
        on near_candidate.region_key = reach.region_key
        and near_candidate.organisation_type_part = reach.organisation_type_part
        and near_candidate.sector_part = reach.sector_part
        and near_candidate.applied_star = reach.applied_star
    where enough.distance is null or reach.distance <= enough.distance
),

apart as (
    select
        found.profile_no,
        found.row_key,
        coalesce(near_leaf.region_steps, unit.n_levels) as region_steps,
        case when other.organisation_type_part = own.organisation_type_part then 0 else 1 end as type_steps,
        case when other.sector_part = own.sector_part then 0 else 1 end as sector_steps,
        star_pair.star_steps,
        unit.n_levels, unit.whole, unit.nearest_n, unit.star_steps as most_star_steps
    from found
    inner join near_profile as own on own.profile_no = found.profile_no
    inner join near_profile as other on other.profile_no = found.other_profile_no
    inner join star_pair
        on star_pair.applied_star = own.applied_star and star_pair.other_star = other.applied_star
    cross join unit
    -- none where the leaves have no region in common
    left join near_leaf
        on near_leaf.region_leaf_no = own.region_leaf_no and near_leaf.other_leaf_no = other.region_leaf_no
),

measured as (
    select
        profile_no, row_key, region_steps, type_steps, sector_steps, star_steps, whole, nearest_n,
        region_steps * most_star_steps + (type_steps + sector_steps) * whole + star_steps * n_levels as distance
    from apart
),

ranked as (
    select
        measured.profile_no, measured.row_key, measured.distance, measured.region_steps, measured.type_steps,
        measured.sector_steps, measured.star_steps, measured.whole, measured.nearest_n,
        cast(row_number() over (
            partition by measured.profile_no
            order by
                measured.distance,
                near_institution.assessed_on desc nulls last,
                near_institution.body_id,
                near_institution.dossier_no
        ) as bigint) as turn
    from measured
    inner join near_institution on near_institution.row_key = measured.row_key
)

select
    profile_no,
    turn,
    row_key,
    distance,
    4 * whole as n_distance,
    cast(case when region_steps > 0 then 1 else 0 end as bigint) as has_other_region,
    cast(type_steps as bigint) as has_other_type,
    cast(sector_steps as bigint) as has_other_sector,
    cast(case when star_steps > 0 then 1 else 0 end as bigint) as has_other_star
from ranked
where turn <= nearest_n + 1
