-- past_asked: the value that each point asks for, in its group
-- grain:  one row per step, institution and measure of the whole or of a domain
-- key:    step, institution_code, measure_no
-- units:  value_micro as in measure_value; out_micro: the institution's own value among the group's,
--         to be left out; none where it has none there
-- reads:  past_point, past_choice, past_value, own_measure, benchmark_measure
with

placed as (
    select
        past_point.step, past_point.member_scene, past_point.institution_code, past_point.row_key,
        past_choice.group_key, past_choice.is_in
    from past_point
    inner join past_choice
        on past_choice.member_scene = past_point.member_scene
        and past_choice.region_leaf_no = past_point.region_leaf_no
        and past_choice.organisation_type_part = past_point.organisation_type_part
        and past_choice.sector_part = past_point.sector_part
        and past_choice.own_leaf_no = past_point.own_leaf_no
        and past_choice.own_type_part = past_point.own_type_part
        and past_choice.own_sector_part = past_point.own_sector_part
),

now_value as (
    select own_measure.row_key, own_measure.measure_no, own_measure.value_micro
    from own_measure
    inner join benchmark_measure on benchmark_measure.measure_no = own_measure.measure_no
    where benchmark_measure.measure_kind <> 'indicator'
)

select
    placed.step, placed.member_scene, placed.institution_code, placed.group_key,
    past_value.measure_no,
    past_value.value_micro,
    past_value.value_micro as out_micro
from placed
inner join past_value
    on past_value.scene = placed.member_scene and past_value.institution_code = placed.institution_code
where placed.step < 3
union all
select
    placed.step, placed.member_scene, placed.institution_code, placed.group_key,
    now_value.measure_no,
    now_value.value_micro,
    case when placed.is_in = 1 then past_value.value_micro end as out_micro
from placed
inner join now_value on now_value.row_key = placed.row_key
left join past_value
    on past_value.scene = placed.member_scene
    and past_value.institution_code = placed.institution_code
    and past_value.measure_no = now_value.measure_no
where placed.step = 3
