-- standing: where each institution stands among its peers
-- grain:  one row per institution and measure with a value
-- key:    institution_code, measure_kind, measure_id
-- units:  value, quartiles and distances in the measure's unit; percentile on 0…1
-- reads:  own_measure, peer_choice, peer_rank, peer_limit, peer_institution, measure_value,
--         benchmark_measure, dossier, model_rule
-- The percentile is Hazen's: the share of the others below, ties by halves. Its band is Wilson's
-- interval at 95 % of that share. Quartiles are those of the others.
with

previous as (
    select peer_institution.row_key, measure_value.measure_no, measure_value.value_micro
    from peer_institution
    inner join measure_value on measure_value.row_key = peer_institution.previous_row_key
    where peer_institution.previous_row_key is not null
),

ranked as (
    select
        group_key, measure_no, value_micro,
        case when n_others >= peer_limit.least_n then n_others end as n,
        n_others >= peer_limit.shown_n as is_shown,
        q1_quarter, median_quarter, q3_quarter,
        case
            when 4 * value_micro < q1_quarter then q1_quarter
            when 4 * value_micro < median_quarter then median_quarter
            when 4 * value_micro < q3_quarter then q3_quarter
        end as next_quarter,
        cast(2 * n_below + n_equal as double) / (2 * n_others) as percentile,
        3.841458820694124e0 / n_others as spread
    from peer_rank
    cross join peer_limit
),

banded as (
    select
        group_key, measure_no, value_micro, n, is_shown, q1_quarter, median_quarter, q3_quarter, next_quarter,
        percentile,
        (percentile + spread / 2 - sqrt(spread * (percentile * (1 - percentile) + spread / 4))) / (1 + spread)
            as percentile_lo,
        (percentile + spread / 2 + sqrt(spread * (percentile * (1 - percentile) + spread / 4))) / (1 + spread)
            as percentile_hi
    from ranked
),

shown as (
    select
        group_key, measure_no, value_micro, n, is_shown,
        case when is_shown then cast(q1_quarter as double) / 4000000 end as q1,
        case when is_shown then cast(median_quarter as double) / 4000000 end as median,
        case when is_shown then cast(q3_quarter as double) / 4000000 end as q3,
        case when is_shown then percentile end as percentile,
        -- at the ends rounding must not leave 0…1
        case when is_shown then greatest(percentile_lo, 0e0) end as percentile_lo,
        case when is_shown then least(percentile_hi, 1e0) end as percentile_hi,
        case when is_shown then cast(4 * value_micro - median_quarter as double) / 4000000 end as gap_to_median,
        case when is_shown then cast(4 * value_micro - q3_quarter as double) / 4000000 end as gap_to_q3,
        case when is_shown then cast(4 * value_micro - next_quarter as double) / 4000000 end as gap_to_next
    from banded
)

select
    coalesce(dossier.institution_code, dossier.body_id || '/' || dossier.dossier_no) as institution_code,
    benchmark_measure.measure_kind,
    benchmark_measure.measure_id,
    cast(own_measure.value_micro as double) / 1000000 as value,
    shown.n,
    shown.q1,
    shown.median,
    shown.q3,
    shown.percentile,
    shown.percentile_lo,
    shown.percentile_hi,
    shown.gap_to_median,
    shown.gap_to_q3,
    shown.gap_to_next,
    cast(previous.value_micro as double) / 1000000 as previous_value,
    cast(own_measure.value_micro - previous.value_micro as double) / 1000000 as change,
    case when coalesce(shown.is_shown, false) then 'OK' else 'NOT_ENOUGH' end as obs_status,
    case when not coalesce(shown.is_shown, false) then 'FEW_PEERS' end as reason,
    model_rule.model_id,
    model_rule.model_version
from own_measure
inner join peer_choice on peer_choice.trait_no = own_measure.trait_no
-- none where nobody else has a value
left join shown
    on shown.group_key = peer_choice.group_key
    and shown.measure_no = own_measure.measure_no
    and shown.value_micro = own_measure.value_micro
inner join dossier on dossier.row_key = own_measure.row_key
inner join benchmark_measure on benchmark_measure.measure_no = own_measure.measure_no
left join previous
    on previous.row_key = own_measure.row_key and previous.measure_no = own_measure.measure_no
cross join model_rule
