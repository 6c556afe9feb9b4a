-- quality: what became of each body's rows
-- grain:  one row per body, period and reason ('*': all reasons)
-- key:    body_id, period, reason_code
-- reads:  landed_delivery, landed_dossier, problem
-- A row in conflict with another file was accepted or repaired when its file was read alone; it
-- moves to quarantine here, so read = accepted + repaired + quarantined still holds.
with

conflict as (
    select
        problem.body_id,
        problem.period,
        cast(sum(case when landed_dossier.status = 'ACCEPTED' then 1 else 0 end) as bigint) as n_accepted,
        cast(sum(case when landed_dossier.status = 'REPAIRED' then 1 else 0 end) as bigint) as n_repaired
    from problem
    inner join landed_dossier on landed_dossier.row_key = problem.row_key
    where problem.reason_code = 'DOSSIER_CONFLICT'
    group by problem.body_id, problem.period
),

delivered as (
    -- a file that no source names has no body and no month of its own
    select
        coalesce(body_id, 'UNKNOWN') as body_id,
        coalesce(period, 'UNKNOWN') as period,
        cast(sum(n_read) as bigint) as n_read,
        cast(sum(n_accepted) as bigint) as n_accepted,
        cast(sum(n_repaired) as bigint) as n_repaired,
        cast(sum(n_quarantined) as bigint) as n_quarantined
    from landed_delivery
    group by coalesce(body_id, 'UNKNOWN'), coalesce(period, 'UNKNOWN')
),

by_reason as (
    select
        coalesce(body_id, 'UNKNOWN') as body_id,
        coalesce(period, 'UNKNOWN') as period,
        reason_code,
        cast(count(*) as bigint) as n_problems
    from problem
    group by coalesce(body_id, 'UNKNOWN'), coalesce(period, 'UNKNOWN'), reason_code
),

all_reasons as (
    select body_id, period, cast(sum(n_problems) as bigint) as n_problems
    from by_reason
    group by body_id, period
),

final as (
    select
        delivered.body_id,
        delivered.period,
        '*' as reason_code,
        delivered.n_read,
        delivered.n_accepted - coalesce(conflict.n_accepted, 0) as n_accepted,
        delivered.n_repaired - coalesce(conflict.n_repaired, 0) as n_repaired,
        delivered.n_quarantined + coalesce(conflict.n_accepted, 0) + coalesce(conflict.n_repaired, 0)
            as n_quarantined,
        coalesce(all_reasons.n_problems, 0) as n_problems
    from delivered
    left join conflict on conflict.body_id = delivered.body_id and conflict.period = delivered.period
    left join all_reasons on all_reasons.body_id = delivered.body_id and all_reasons.period = delivered.period
    union all
    select
        body_id, period, reason_code,
        cast(null as bigint) as n_read,
        cast(null as bigint) as n_accepted,
        cast(null as bigint) as n_repaired,
        cast(null as bigint) as n_quarantined,
        n_problems
    from by_reason
)

select body_id, period, reason_code, n_read, n_accepted, n_repaired, n_quarantined, n_problems from final
