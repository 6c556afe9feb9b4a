-- nearest_institution: each institution beside the institutions most similar to it
-- grain:  one row per institution and measure of the whole or of a domain with a value
-- key:    institution_code, measure_kind, measure_id
-- units:  value, quartiles and distance to the median in the measure's unit; distance_max on 0…1
-- reads:  near_institution, near_choice, near_set, near_quartile, own_measure, benchmark_measure,
--         peer_limit, dossier, model_rule
-- Nothing of a single neighbour is told: quartiles of as many as a peer group needs, or none.
with

own as (
    select
        near_institution.row_key,
        near_institution.profile_no,
        coalesce(near_choice.turn, peer_limit.nearest_n + 1) as left_out,
        peer_limit.least_n,
        peer_limit.shown_n
    from near_institution
    cross join peer_limit
    left join near_choice
        on near_choice.profile_no = near_institution.profile_no
        and near_choice.row_key = near_institution.row_key
),

compared as (
    select
        own.row_key,
        own_measure.measure_no,
        own_measure.value_micro,
        case when near_quartile.n >= own.least_n then near_quartile.n end as n,
        coalesce(near_quartile.n >= own.shown_n, false) as is_shown,
        near_set.distance_max,
        near_set.shared,
        near_quartile.q1_micro,
        near_quartile.median_micro,
        near_quartile.q3_micro
    from own
    inner join own_measure on own_measure.row_key = own.row_key
    inner join near_set on near_set.profile_no = own.profile_no and near_set.left_out = own.left_out
    -- none where no neighbour has a value
    left join near_quartile
        on near_quartile.profile_no = own.profile_no
        and near_quartile.left_out = own.left_out
        and near_quartile.measure_no = own_measure.measure_no
)

select
    coalesce(dossier.institution_code, dossier.body_id || '/' || dossier.dossier_no) as institution_code,
    benchmark_measure.measure_kind,
    benchmark_measure.measure_id,
    cast(compared.value_micro as double) / 1000000 as value,
    compared.n,
    case when compared.is_shown then compared.distance_max end as distance_max,
    case when compared.is_shown then compared.shared end as shared,
    case when compared.is_shown then compared.q1_micro / 1000000 end as q1,
    case when compared.is_shown then compared.median_micro / 1000000 end as median,
    case when compared.is_shown then compared.q3_micro / 1000000 end as q3,
    case when compared.is_shown then (compared.value_micro - compared.median_micro) / 1000000 end as gap_to_median,
    case when compared.is_shown then 'OK' else 'NOT_ENOUGH' end as obs_status,
    case when not compared.is_shown then 'FEW_PEERS' end as reason,
    model_rule.model_id,
    model_rule.model_version
from compared
inner join benchmark_measure
    on benchmark_measure.measure_no = compared.measure_no and benchmark_measure.measure_kind <> 'indicator'
inner join dossier on dossier.row_key = compared.row_key
cross join model_rule
