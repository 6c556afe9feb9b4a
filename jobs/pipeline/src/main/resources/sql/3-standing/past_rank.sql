-- past_rank: where an institution would stand at each step from the release before to this one
-- grain:  one row per step, institution and measure of the whole or of a domain
-- key:    step, institution_code, measure_no
-- units:  percentile_micro in millionths, Hazen's as in standing; n_others in institutions
-- reads:  past_asked, past_count
with

counted as (
    select
        past_asked.step,
        past_asked.institution_code,
        past_asked.measure_no,
        past_count.n_group - case when past_asked.out_micro is not null then 1 else 0 end as n_others,
        past_count.n_up_to - past_count.n
        - case when past_asked.out_micro < past_asked.value_micro then 1 else 0 end as n_below,
        past_count.n - case when past_asked.out_micro = past_asked.value_micro then 1 else 0 end as n_equal
    from past_asked
    inner join past_count
        on past_count.scene = past_asked.member_scene
        and past_count.group_key = past_asked.group_key
        and past_count.measure_no = past_asked.measure_no
        and past_count.value_micro = past_asked.value_micro
)

select
    step, institution_code, measure_no, n_others,
    -- nobody else: nowhere to stand
    case
        when n_others > 0
            then cast(round(cast(2 * n_below + n_equal as double) / (2 * n_others) * 1000000) as bigint)
    end as percentile_micro
from counted
