-- past_count: how often each value occurs in a group of then, and how often those up to it
-- grain:  one row per scene, group, measure and value that occurs or is asked for
-- key:    scene, group_key, measure_no, value_micro
-- units:  n, n_up_to and n_group in institutions
-- reads:  past_value, past_institution, past_candidate, past_choice, past_asked
with

chosen as (select distinct member_scene as scene, group_key from past_choice),

by_trait as (
    select
        past_value.scene, past_institution.region_leaf_no, past_institution.organisation_type_part,
        past_institution.sector_part, past_value.measure_no, past_value.value_micro,
        cast(count(*) as bigint) as n
    from past_value
    inner join past_institution
        on past_institution.scene = past_value.scene
        and past_institution.institution_code = past_value.institution_code
    group by
        past_value.scene, past_institution.region_leaf_no, past_institution.organisation_type_part,
        past_institution.sector_part, past_value.measure_no, past_value.value_micro
),

occurring as (
    select by_trait.scene, past_candidate.group_key, by_trait.measure_no, by_trait.value_micro, by_trait.n
    from by_trait
    -- one row for each group that the traits belong to
    inner join past_candidate
        on past_candidate.region_leaf_no = by_trait.region_leaf_no
        and past_candidate.organisation_type_part = by_trait.organisation_type_part
        and past_candidate.sector_part = by_trait.sector_part
    inner join chosen on chosen.scene = by_trait.scene and chosen.group_key = past_candidate.group_key
    union all
    select distinct member_scene as scene, group_key, measure_no, value_micro, cast(0 as bigint) as n
    from past_asked
),

counted as (
    select scene, group_key, measure_no, value_micro, cast(sum(n) as bigint) as n
    from occurring
    group by scene, group_key, measure_no, value_micro
)

select
    scene, group_key, measure_no, value_micro, n,
    cast(sum(n) over (
        partition by scene, group_key, measure_no
        order by value_micro
        rows between unbounded preceding and current row
    ) as bigint) as n_up_to,
    cast(sum(n) over (partition by scene, group_key, measure_no) as bigint) as n_group
from counted
