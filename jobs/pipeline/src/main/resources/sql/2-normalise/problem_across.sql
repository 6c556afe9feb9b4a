-- problem_across: what shows only when deliveries are put side by side
-- grain:  one row per landed row and reason
-- key:    row_key, reason_code
-- reads:  landed_dossier, dossier_revision
-- Which row is noted follows from what was delivered, never from when it arrived. Names are
-- compared with the institution's earliest assessment; a name per institution that only ever
-- had one costs no sorting.
with

counted as (
    select
        landed_dossier.row_key,
        landed_dossier.body_id,
        landed_dossier.period,
        landed_dossier.dossier_no,
        landed_dossier.revision,
        landed_dossier.action,
        landed_dossier.institution_code,
        landed_dossier.institution_name,
        coalesce(landed_dossier.anchor_id, landed_dossier.round_id) as design_id,
        coalesce(landed_dossier.assessed_on, date '9999-12-31') as assessed_on,
        dossier_revision.state
    from landed_dossier
    inner join dossier_revision on dossier_revision.row_key = landed_dossier.row_key
),

repeated as (
    select
        row_key,
        cast('dossier_no' as string) as column_name,
        dossier_no as value,
        case when state = 'CONFLICT' then 'DOSSIER_CONFLICT' else 'DOSSIER_REPEATED' end as reason_code,
        case when state = 'CONFLICT' then 'QUARANTINE' else 'NOTE' end as severity
    from counted
    where state in ('CONFLICT', 'REPEATED')
),

assessed as (
    select * from counted where action <> 'WITHDRAW' and state not in ('CONFLICT', 'REPEATED')
),

renamed as (
    select institution_code
    from assessed
    where institution_code is not null
    group by institution_code
    having min(institution_name) <> max(institution_name)
),

named as (
    select
        assessed.row_key,
        assessed.institution_name,
        first_value(assessed.institution_name) over (
            partition by assessed.institution_code
            order by
                assessed.assessed_on, assessed.body_id, assessed.dossier_no, assessed.revision, assessed.row_key
        ) as first_name
    from assessed
    inner join renamed on renamed.institution_code = assessed.institution_code
    where assessed.institution_name is not null
),

shared as (
    select institution_code, period
    from assessed
    where institution_code is not null and design_id is null
    group by institution_code, period
    having min(body_id) <> max(body_id)
),

known as (select distinct body_id, dossier_no from counted where action <> 'WITHDRAW'),

final as (
    select row_key, column_name, value, reason_code, severity
    from repeated
    union all
    select row_key, 'institution_name', institution_name, 'NAME_DIFFERS', 'NOTE'
    from named
    where institution_name <> first_name
    union all
    select assessed.row_key, 'institution_code', assessed.institution_code, 'SAME_INSTITUTION_TWO_BODIES', 'NOTE'
    from assessed
    inner join shared
        on shared.institution_code = assessed.institution_code and shared.period = assessed.period
    where assessed.design_id is null
    union all
    select counted.row_key, 'dossier_no', counted.dossier_no, 'WITHDRAWAL_UNKNOWN', 'NOTE'
    from counted
    left join known on known.body_id = counted.body_id and known.dossier_no = counted.dossier_no
    where counted.action = 'WITHDRAW' and known.dossier_no is null
)

select row_key, column_name, value, reason_code, severity from final
