-- dossier_revision: which landed row of a dossier counts
-- grain:  one row per landed dossier row
-- key:    row_key
-- reads:  landed_dossier
-- The order looks at what was delivered, never at when it arrived, so late and out-of-order
-- deliveries end in the same state.
with

landed_dossier as (
    select row_key, body_id, dossier_no, revision, action, content_hash, period, delivery_id, row_number
    from landed_dossier
),

ranked as (
    select
        row_key,
        body_id,
        dossier_no,
        revision,
        action,
        content_hash,
        row_number() over (
            partition by body_id, dossier_no
            order by revision desc, period, delivery_id, row_number, row_key
        ) as newest_rank,
        row_number() over (
            partition by body_id, dossier_no, revision
            order by period, delivery_id, row_number, row_key
        ) as same_revision_rank,
        first_value(content_hash) over (
            partition by body_id, dossier_no, revision
            order by period, delivery_id, row_number, row_key
        ) as first_content_hash
    from landed_dossier
),

final as (
    select
        row_key,
        body_id,
        dossier_no,
        revision,
        action,
        case
            when same_revision_rank > 1 and content_hash = first_content_hash then 'REPEATED'
            when same_revision_rank > 1 then 'CONFLICT'
            when newest_rank > 1 then 'SUPERSEDED'
            when action = 'WITHDRAW' then 'WITHDRAWN'
            else 'CURRENT'
        end as state
    from ranked
)

select row_key, body_id, dossier_no, revision, action, state from final
