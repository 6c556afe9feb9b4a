-- standing_change: why an institution's standing moved since its last certificate
-- grain:  one row per institution and measure of the whole or of a domain with a value
-- key:    institution_code, measure_kind, measure_id
-- units:  *_micro in millionths of a percentile (0…1); the parts add up to change_micro exactly
-- reads:  standing, peer_group, former_institution, former_value, former_change, former_release,
--         past_rank, benchmark_measure, peer_limit
-- From the release before: by today's method (method), with what is known today of the same dossiers
-- (revision), with the institution's own newest dossier (own), among today's others (peers). What
-- cannot be placed in between stands where it stood. Parts of earlier releases are carried on until
-- a new certificate counts: then they start from what was told last of the one before.
with

moved as (
    select
        past_rank.institution_code,
        past_rank.measure_no,
        max(case when past_rank.step = 1 then past_rank.percentile_micro end) as method_at,
        max(case when past_rank.step = 2 then past_rank.percentile_micro end) as revision_at,
        max(case when past_rank.step = 3 then past_rank.percentile_micro end) as own_at,
        min(past_rank.n_others) as least_others
    from past_rank
    group by past_rank.institution_code, past_rank.measure_no
),

placed as (
    select
        standing.institution_code, standing.measure_kind, standing.measure_id,
        standing.model_id, standing.model_version,
        case when standing.obs_status = 'OK' then cast(round(standing.percentile * 1000000) as bigint) end as now_at,
        former_value.percentile_micro as former_at,
        moved.method_at,
        moved.revision_at,
        moved.own_at,
        coalesce(moved.least_others >= peer_limit.shown_n, false) as has_others,
        coalesce(
            former_institution.body_id <> peer_group.body_id
            or former_institution.dossier_no <> peer_group.dossier_no,
            false
        ) as is_new_certificate,
        former_institution.assessed_on as former_assessed_on,
        former_release.as_of as former_as_of,
        former_change.since_on,
        former_change.since_assessed_on,
        former_change.since_micro,
        former_change.own_micro,
        former_change.peers_micro,
        former_change.method_micro,
        former_change.revision_micro
    from standing
    inner join peer_group on peer_group.institution_code = standing.institution_code
    inner join benchmark_measure
        on benchmark_measure.measure_kind = standing.measure_kind
        and benchmark_measure.measure_id = standing.measure_id
    cross join peer_limit
    left join former_release on true
    left join former_institution on former_institution.institution_code = standing.institution_code
    left join former_value
        on former_value.institution_code = standing.institution_code
        and former_value.measure_kind = standing.measure_kind
        and former_value.measure_id = standing.measure_id
    left join former_change
        on former_change.institution_code = standing.institution_code
        and former_change.measure_kind = standing.measure_kind
        and former_change.measure_id = standing.measure_id
    left join moved
        on moved.institution_code = standing.institution_code
        and moved.measure_no = benchmark_measure.measure_no
    where standing.measure_kind <> 'indicator'
),

stepped as (
    select
        institution_code, measure_kind, measure_id, model_id, model_version,
        now_at, former_at, former_assessed_on, former_as_of,
        since_on, since_assessed_on, since_micro,
        own_micro, peers_micro, method_micro, revision_micro,
        now_at is not null and former_at is not null and own_at is not null and has_others as is_split,
        since_micro is not null and not is_new_certificate as is_carried,
        coalesce(method_at, former_at) as method_at,
        coalesce(revision_at, method_at, former_at) as revision_at,
        own_at
    from placed
),

final as (
    select
        institution_code, measure_kind, measure_id, model_id, model_version,
        is_split,
        now_at,
        former_at,
        case when is_carried then since_on else former_as_of end as since_on,
        case when is_carried then since_assessed_on else former_assessed_on end as since_assessed_on,
        case when is_carried then since_micro else former_at end as since_micro,
        now_at - own_at + case when is_carried then peers_micro else 0 end as peers_micro,
        own_at - revision_at + case when is_carried then own_micro else 0 end as own_micro,
        revision_at - method_at + case when is_carried then revision_micro else 0 end as revision_micro,
        method_at - former_at + case when is_carried then method_micro else 0 end as method_micro
    from stepped
)

select
    institution_code,
    measure_kind,
    measure_id,
    case when is_split then since_on end as since_on,
    case when is_split then since_assessed_on end as since_assessed_on,
    case when is_split then since_micro end as since_micro,
    now_at as percentile_micro,
    case when is_split then now_at - since_micro end as change_micro,
    case when is_split then own_micro end as own_micro,
    case when is_split then peers_micro end as peers_micro,
    case when is_split then method_micro end as method_micro,
    case when is_split then revision_micro end as revision_micro,
    case when is_split then 'OK' else 'NOT_ENOUGH' end as obs_status,
    case
        when is_split then cast(null as string)
        when now_at is not null and former_at is null then 'NOT_TOLD_BEFORE'
        else 'FEW_PEERS'
    end as reason,
    model_id,
    model_version
from final
