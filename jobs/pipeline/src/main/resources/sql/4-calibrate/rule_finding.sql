-- rule_finding: dossiers that break a rule which needs no statistics
-- grain:  one row per current dossier and rule it breaks
-- key:    check_id, row_key
-- reads:  dossier, domain_star_score, model_domain, model_domain_star, model_rule, calendar, run_day
-- Stars that were neither awarded nor applied for are not looked at.
with

dossier as (
    select
        row_key, body_id, dossier_no, institution_code, anchor_id, round_id, applied_star, awarded_star,
        assessed_on, certified_on, expires_on, valid_until, is_expired, file, sheet, row_number
    from dossier
),

awarded_domain as (
    select
        domain_star_score.row_key,
        min(
            case
                when
                    domain_star_score.is_assessable
                    and domain_star_score.score_exact < model_rule.floor_micro * model_rule.exact_unit
                    then domain_star_score.domain_no
            end
        ) as below_floor_no,
        min(
            case
                when
                    domain_star_score.n_not_applicable * 1000000
                    > model_rule.max_not_applicable_micro * domain_star_score.n_items
                    then domain_star_score.domain_no
            end
        ) as set_aside_no
    from domain_star_score
    inner join dossier on dossier.row_key = domain_star_score.row_key
    cross join model_rule
    where dossier.awarded_star > model_rule.lowest_star and domain_star_score.star <= dossier.awarded_star
    group by domain_star_score.row_key
),

missing as (
    select
        domain_star_score.row_key,
        cast(
            sum(domain_star_score.n_items - domain_star_score.n_scored - domain_star_score.n_not_applicable) as bigint
        ) as n_missing
    from domain_star_score
    inner join dossier on dossier.row_key = domain_star_score.row_key
    where domain_star_score.star <= coalesce(dossier.applied_star, dossier.awarded_star, 0)
    group by domain_star_score.row_key
),

certificate as (
    select
        dossier.row_key,
        dossier.body_id,
        dossier.institution_code,
        dossier.valid_until,
        calendar.surveillance_due_on,
        row_number() over (
            partition by dossier.institution_code order by dossier.assessed_on desc, dossier.row_key desc
        ) as newest_rank,
        min(dossier.body_id) over (partition by dossier.institution_code) as least_body,
        max(dossier.body_id) over (partition by dossier.institution_code) as greatest_body
    from dossier
    cross join model_rule
    inner join calendar on calendar.day = coalesce(dossier.certified_on, dossier.assessed_on)
    where
        dossier.awarded_star > model_rule.lowest_star
        and dossier.anchor_id is null
        and dossier.round_id is null
        and dossier.institution_code is not null
        and dossier.valid_until is not null
        and not dossier.is_expired
),

found as (
    select
        'awarded_above_applied' as check_id, row_key,
        cast(awarded_star as string) as value, cast(applied_star as string) as expected
    from dossier
    where awarded_star > applied_star
    union all
    select
        'domain_below_floor' as check_id, awarded_domain.row_key,
        model_domain.domain_id as value, '' as expected
    from awarded_domain
    inner join model_domain on model_domain.domain_no = awarded_domain.below_floor_no
    union all
    select
        'not_applicable_share' as check_id, awarded_domain.row_key,
        model_domain.domain_id as value, '' as expected
    from awarded_domain
    inner join model_domain on model_domain.domain_no = awarded_domain.set_aside_no
    union all
    select 'indicator_missing' as check_id, row_key, cast(n_missing as string) as value, '0' as expected
    from missing
    where n_missing > 0
    union all
    select
        'certificate_dates' as check_id, dossier.row_key,
        coalesce(cast(dossier.certified_on as string), '') || ' / ' || coalesce(cast(dossier.expires_on as string), '')
            as value,
        cast(dossier.assessed_on as string) as expected
    from dossier
    cross join run_day
    left join calendar on calendar.day = coalesce(dossier.certified_on, dossier.assessed_on)
    where
        dossier.certified_on < dossier.assessed_on
        or dossier.certified_on > run_day.as_of
        or dossier.expires_on <= coalesce(dossier.certified_on, dossier.assessed_on)
        -- a day's grace: some count the day of certification, some do not
        or dossier.expires_on > calendar.certificate_ends_on + 1
    union all
    select
        'surveillance_overdue' as check_id, certificate.row_key,
        '' as value, cast(certificate.surveillance_due_on as string) as expected
    from certificate
    cross join run_day
    where certificate.newest_rank = 1 and certificate.surveillance_due_on < run_day.as_of
    union all
    select
        'certificate_twice' as check_id, row_key,
        case when body_id = least_body then greatest_body else least_body end as value, body_id as expected
    from certificate
    where least_body <> greatest_body
)

select
    found.check_id, dossier.body_id, dossier.row_key, dossier.dossier_no,
    dossier.file, dossier.sheet, dossier.row_number, found.value, found.expected
from found
inner join dossier on dossier.row_key = found.row_key
