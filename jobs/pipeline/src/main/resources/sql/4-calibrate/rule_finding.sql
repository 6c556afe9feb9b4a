-- rule_finding: dossiers that break a rule which needs no statistics
-- grain:  one row per current dossier and rule it breaks
-- key:    check_id, row_key
-- reads:  dossier, domain_star_score, model_domain, model_rule, calendar, run_day
-- Dossiers without a star and stars neither awarded nor applied for are not looked at.
with

dossier as (
    select
        row_key, body_id, dossier_no, institution_code, anchor_id, round_id, applied_star, awarded_star,
        assessed_on, certified_on, expires_on, valid_until, is_expired, file, sheet, row_number
    from dossier
),

odd_domain as (
    select
        domain_star_score.row_key,
        domain_star_score.domain_no,
        domain_star_score.star,
        domain_star_score.is_assessable
        and domain_star_score.score_exact < model_rule.floor_micro * model_rule.exact_unit as is_below_floor,
        domain_star_score.n_not_applicable * 1000000
        > model_rule.max_not_applicable_micro * domain_star_score.n_items as is_set_aside,
        domain_star_score.n_items - domain_star_score.n_scored - domain_star_score.n_not_applicable as n_missing
    from domain_star_score
    cross join model_rule
    -- few are odd: only those are joined
    where
        (
            domain_star_score.is_assessable
            and domain_star_score.score_exact < model_rule.floor_micro * model_rule.exact_unit
        )
        or domain_star_score.n_not_applicable * 1000000
        > model_rule.max_not_applicable_micro * domain_star_score.n_items
        or domain_star_score.n_items > domain_star_score.n_scored + domain_star_score.n_not_applicable
),

odd_dossier as (
    select
        odd_domain.row_key,
        min(
            case
                when
                    odd_domain.is_below_floor
                    and dossier.awarded_star > model_rule.lowest_star
                    and odd_domain.star <= dossier.awarded_star
                    then odd_domain.domain_no
            end
        ) as below_floor_no,
        min(
            case
                when
                    odd_domain.is_set_aside
                    and dossier.awarded_star > model_rule.lowest_star
                    and odd_domain.star <= dossier.awarded_star
                    then odd_domain.domain_no
            end
        ) as set_aside_no,
        cast(
            sum(
                case
                    when odd_domain.star <= coalesce(dossier.applied_star, dossier.awarded_star)
                        then odd_domain.n_missing
                    else 0
                end
            ) as bigint
        ) as n_missing
    from odd_domain
    inner join dossier on dossier.row_key = odd_domain.row_key
    cross join model_rule
    where dossier.awarded_star is not null
    group by odd_domain.row_key
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
        'domain_below_floor' as check_id, odd_dossier.row_key,
        model_domain.domain_id as value, '' as expected
    from odd_dossier
    inner join model_domain on model_domain.domain_no = odd_dossier.below_floor_no
    union all
    select
        'not_applicable_share' as check_id, odd_dossier.row_key,
        model_domain.domain_id as value, '' as expected
    from odd_dossier
    inner join model_domain on model_domain.domain_no = odd_dossier.set_aside_no
    union all
    select 'indicator_missing' as check_id, row_key, cast(n_missing as string) as value, '0' as expected
    from odd_dossier
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
