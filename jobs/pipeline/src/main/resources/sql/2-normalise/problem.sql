-- problem: everything found in the deliveries, file by file and across files
-- grain:  one row per problem
-- key:    body_id, period, file, sheet, row_number, column_name, reason_code
-- reads:  landed_problem, landed_dossier, dossier_revision
with

across_files as (
    select
        landed_dossier.delivery_id,
        landed_dossier.body_id,
        landed_dossier.source_id,
        landed_dossier.period,
        landed_dossier.file,
        landed_dossier.sheet,
        landed_dossier.row_number,
        cast('dossier_no' as string) as column_name,
        landed_dossier.dossier_no as value,
        case when dossier_revision.state = 'CONFLICT' then 'DOSSIER_CONFLICT' else 'DOSSIER_REPEATED' end
            as reason_code,
        case when dossier_revision.state = 'CONFLICT' then 'QUARANTINE' else 'NOTE' end as severity,
        landed_dossier.row_key
    from dossier_revision
    inner join landed_dossier on landed_dossier.row_key = dossier_revision.row_key
    where dossier_revision.state in ('CONFLICT', 'REPEATED')
),

final as (
    select
        delivery_id, body_id, source_id, period, file, sheet, row_number, column_name, value,
        reason_code, severity, row_key
    from landed_problem
    union all
    select
        delivery_id, body_id, source_id, period, file, sheet, row_number, column_name, value,
        reason_code, severity, row_key
    from across_files
)

select
    delivery_id, body_id, source_id, period, file, sheet, row_number, column_name, value,
    reason_code, severity, row_key
from final
