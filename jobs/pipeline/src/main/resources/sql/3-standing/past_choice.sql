-- past_choice: the group of each point: by the first rule that leaves enough others, else the last
-- grain:  one row per scene, traits asked for and own traits met together
-- key:    member_scene, region_leaf_no, organisation_type_part, sector_part, own_leaf_no,
--         own_type_part, own_sector_part
-- units:  is_in 1 where the institution itself is counted in the group
-- reads:  past_point, past_institution, past_candidate, peer_limit
with

asked as (
    select distinct
        member_scene, region_leaf_no, organisation_type_part, sector_part,
        own_leaf_no, own_type_part, own_sector_part
    from past_point
),

sized as (
    select past_institution.scene, past_candidate.group_key, cast(count(*) as bigint) as n_group
    from past_institution
    -- one row for each rule that applies
    inner join past_candidate
        on past_candidate.region_leaf_no = past_institution.region_leaf_no
        and past_candidate.organisation_type_part = past_institution.organisation_type_part
        and past_candidate.sector_part = past_institution.sector_part
    group by past_institution.scene, past_candidate.group_key
),

considered as (
    select
        asked.member_scene, asked.region_leaf_no, asked.organisation_type_part, asked.sector_part,
        asked.own_leaf_no, asked.own_type_part, asked.own_sector_part,
        wanted.rule_step,
        wanted.group_key,
        case when own.group_key is not null then 1 else 0 end as is_in,
        coalesce(sized.n_group, 0) - case when own.group_key is not null then 1 else 0 end as n_others
    from asked
    inner join past_candidate as wanted
        on wanted.region_leaf_no = asked.region_leaf_no
        and wanted.organisation_type_part = asked.organisation_type_part
        and wanted.sector_part = asked.sector_part
    left join past_candidate as own
        on own.region_leaf_no = asked.own_leaf_no
        and own.organisation_type_part = asked.own_type_part
        and own.sector_part = asked.own_sector_part
        and own.rule_step = wanted.rule_step
        and own.group_key = wanted.group_key
    left join sized on sized.scene = asked.member_scene and sized.group_key = wanted.group_key
),

ranked as (
    select
        considered.member_scene, considered.region_leaf_no, considered.organisation_type_part, considered.sector_part,
        considered.own_leaf_no, considered.own_type_part, considered.own_sector_part,
        considered.group_key, considered.is_in,
        row_number() over (
            partition by
                considered.member_scene, considered.region_leaf_no, considered.organisation_type_part,
                considered.sector_part, considered.own_leaf_no, considered.own_type_part, considered.own_sector_part
            order by
                case
                    when considered.n_others >= peer_limit.min_peers then considered.rule_step
                    else 1000 - considered.rule_step
                end
        ) as choice
    from considered
    cross join peer_limit
)

select
    member_scene, region_leaf_no, organisation_type_part, sector_part,
    own_leaf_no, own_type_part, own_sector_part, group_key, is_in
from ranked
where choice = 1
