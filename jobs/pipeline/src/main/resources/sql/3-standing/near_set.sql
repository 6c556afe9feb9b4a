-- near_set: the sets of nearest institutions, each without the one that looks
-- grain:  one row per profile and turn left out
-- key:    profile_no, left_out
-- units:  n in institutions; distance_max on 0…1; shared: traits that all have in common with the
--         profile, by commas
-- reads:  near_choice, near_institution, peer_limit
-- Who is among the nearest of its own profile leaves itself out; all others of the profile share the
-- set without the last.
with

own_turn as (
    select distinct
        near_institution.profile_no,
        coalesce(near_choice.turn, peer_limit.nearest_n + 1) as left_out
    from near_institution
    cross join peer_limit
    left join near_choice
        on near_choice.profile_no = near_institution.profile_no
        and near_choice.row_key = near_institution.row_key
),

gathered as (
    select
        own_turn.profile_no,
        own_turn.left_out,
        cast(count(near_choice.row_key) as bigint) as n,
        max(near_choice.distance) as distance,
        max(near_choice.n_distance) as n_distance,
        max(near_choice.has_other_region) as has_other_region,
        max(near_choice.has_other_type) as has_other_type,
        max(near_choice.has_other_sector) as has_other_sector,
        max(near_choice.has_other_star) as has_other_star
    from own_turn
    left join near_choice
        on near_choice.profile_no = own_turn.profile_no and near_choice.turn <> own_turn.left_out
    group by own_turn.profile_no, own_turn.left_out
)

select
    profile_no,
    left_out,
    n,
    cast(distance as double) / n_distance as distance_max,
    substr(
        case when has_other_type = 0 then ',organisation_type' else '' end
        || case when has_other_sector = 0 then ',sector' else '' end
        || case when has_other_region = 0 then ',region' else '' end
        || case when has_other_star = 0 then ',applied_star' else '' end,
        2
    ) as shared
from gathered
