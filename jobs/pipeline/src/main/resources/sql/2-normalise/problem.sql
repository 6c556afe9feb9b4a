-- problem: everything found in the deliveries, file by file and across files
-- grain:  one row per problem
-- key:    body_id, period, file, sheet, row_number, column_name, reason_code
-- reads:  landed_problem, landed_dossier, problem_across
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
        problem_across.column_name,
        problem_across.value,
        problem_across.reason_code,
        problem_across.severity,
        problem_across.row_key
    from problem_across
    inner join landed_dossier on landed_dossier.row_key = problem_across.row_key
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
