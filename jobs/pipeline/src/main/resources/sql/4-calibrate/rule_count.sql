-- rule_count: by body and rule, how many dossiers break it, and how many rows were set aside for it
-- grain:  one row per body and rule that any dossier or row breaks
-- key:    check_id, body_id
-- reads:  rule_finding, landed_problem
-- Rows set aside at landing never become dossiers; the dataset problem says where they stand.
with

set_aside as (
    select
        case
            when reason_code = 'STAR_ABOVE_APPLIED' then 'awarded_above_applied'
            when reason_code in ('INDICATOR_MISSING', 'INDICATOR_TWICE') then 'indicator_missing'
            when reason_code = 'SCORE_OUTSIDE_SCALE' then 'score_outside_scale'
            when reason_code in ('MODEL_VERSION', 'SCALE_VERSION') then 'version_outdated'
            when reason_code = 'CERTIFICATE_BEFORE_ASSESSMENT' then 'certificate_dates'
            when reason_code = 'WEIGHTS_DIFFER' then 'weights_differ'
        end as check_id,
        body_id,
        file,
        sheet,
        row_number
    from landed_problem
    where
        body_id is not null
        and reason_code in (
            'STAR_ABOVE_APPLIED', 'INDICATOR_MISSING', 'INDICATOR_TWICE', 'SCORE_OUTSIDE_SCALE',
            'MODEL_VERSION', 'SCALE_VERSION', 'CERTIFICATE_BEFORE_ASSESSMENT', 'WEIGHTS_DIFFER'
        )
),

counted as (
    select check_id, body_id, cast(count(*) as bigint) as n_found, cast(0 as bigint) as n_set_aside
    from rule_finding
    group by check_id, body_id
    union all
    select check_id, body_id, cast(0 as bigint) as n_found, cast(count(*) as bigint) as n_set_aside
    from (select distinct check_id, body_id, file, sheet, row_number from set_aside) as place
    group by check_id, body_id
)

select
    check_id, body_id,
    cast(sum(n_found) as bigint) as n_found,
    cast(sum(n_set_aside) as bigint) as n_set_aside
from counted
group by check_id, body_id
